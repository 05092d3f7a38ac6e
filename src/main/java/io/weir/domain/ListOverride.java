package io.weir.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A decision of the user's own about an address, beside what the authorities publish.
 *
 * @param reason why, in the author's words
 * @param author who decided
 * @param expiresOn the last day, UTC, on which it holds; empty when it holds until it is withdrawn
 * @param onlyAuthority of an allow: whose listings it is about; empty when those of all
 */
public record ListOverride(
    Effect effect,
    String reason,
    String author,
    Optional<LocalDate> expiresOn,
    Optional<String> onlyAuthority) {

  /** The authority that overrides are published as. */
  public static final String AUTHORITY = "OWN";

  /** The list that overrides are published as. */
  public static final String LIST = "OVERRIDES";

  /** What an override does. */
  public enum Effect {
    /** The address counts as listed. */
    DENY,
    /** Hits on the address by others are alerted with action MONITOR. */
    ALLOW
  }

  /** Whether it holds on a day, UTC. */
  public boolean holdsOn(LocalDate day) {
    return expiresOn.map(last -> !day.isAfter(last)).orElse(true);
  }
}
