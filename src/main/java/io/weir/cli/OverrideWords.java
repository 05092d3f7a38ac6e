package io.weir.cli;

import io.weir.domain.ListOverride;
import io.weir.domain.ListOverride.Effect;
import java.time.LocalDate;

/** The user's own decisions in words, for people. */
final class OverrideWords {
  private OverrideWords() {}

  /** Effect, author, end and reason: {@code allow OFAC by J. Doe until 2027-01-31: mistaken}. */
  static String of(ListOverride override, LocalDate today) {
    return effect(override)
        + " by "
        + Cells.of(override.author())
        + ", "
        + end(override, today)
        + ": "
        + override.reason().replaceAll("\\p{C}+", " ");
  }

  static String effect(ListOverride override) {
    return override.effect() == Effect.DENY
        ? "deny"
        : "allow" + override.onlyAuthority().map(name -> " " + Cells.of(name)).orElse("");
  }

  /** Until when it holds, or since when not any more. */
  static String end(ListOverride override, LocalDate today) {
    return override
        .expiresOn()
        .map(last -> (override.holdsOn(today) ? "until " : "expired after ") + last)
        .orElse("without end");
  }
}
