package io.weir.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The scores of all who took part, in the order of their turns. */
final class Scores {
  private final Map<String, Score> byName = new LinkedHashMap<>();

  /** The scores of these runs. */
  static Scores of(List<Contestant> contestants, List<Run> runs) {
    Map<String, String> names = new LinkedHashMap<>();
    contestants.forEach(one -> names.put(one.name(), one.what()));
    return of(names, runs);
  }

  /**
   * The scores of these runs.
   *
   * @param names of those who took part, in the order of their turns, and what each does
   */
  static Scores of(Map<String, String> names, List<Run> runs) {
    Scores scores = new Scores();
    names.forEach((name, what) -> scores.byName.put(name, Score.of(name, what, runs)));
    return scores;
  }

  Optional<Score> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Transfers a second, one median against another; empty when one did not take part. */
  OptionalDouble ratio(String one, String other) {
    Score upper = byName.get(one);
    Score lower = byName.get(other);
    return upper == null || lower == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(upper.against(lower));
  }

  boolean allWarm() {
    return byName.values().stream().allMatch(Score::warm);
  }

  /** For people; all are held against the first. */
  Sheet sheet(OptionalLong brokerPeakBytes) {
    Score first = byName.values().iterator().next();
    Sheet.Rows rows =
        new Sheet.Rows(
            "APPLICATION",
            "TRANSFERS/S",
            "SPREAD",
            "TO " + first.name().toUpperCase(Locale.ROOT),
            "CPU S/MILLION",
            "OF BROKER",
            "PEAK MEMORY",
            "WHAT IT DOES");
    for (Score score : byName.values()) {
      rows.row(
          score.name(),
          Format.text("%,.0f", score.perSecond().median()),
          Format.spread(score.perSecond()),
          Format.text("%.2f", score.against(first)),
          Format.text("%.2f", score.clientCpu().median()),
          Format.text("%.2f", score.brokerCpu().median()),
          Format.memory(score.peakBytes()),
          score.what());
    }
    return rows.with(
        "Medians of the rounds; SPREAD is from the slowest to the fastest round, and how far that is"
            + " as a share of the median.",
        "Peak memory of the broker: " + Format.memory(brokerPeakBytes) + ".");
  }

  /** For programs. */
  List<Map<String, Object>> fields() {
    return byName.values().stream().map(Score::fields).toList();
  }
}
