package io.weir.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What a benchmark of latency measured. */
final class LatencyResult {
  private static final double MICROS_OF_A_MILLI = 1e3;

  /** The rates of the goals, transfers a second. */
  private static final long SLOW = 2_000;

  private static final long FAST = 10_000;

  /** A sender later than this measures itself. */
  private static final long BEHIND_LIMIT_MICROS = 50_000;

  private final List<Phase> phases;

  /**
   * One rate in one round.
   *
   * @param alerts from when a transfer was appended until its alert was there
   * @param alertsSinceDue from when a transfer was due to be sent until its alert was there
   * @param plain from when a transfer was due to be sent until it was there itself
   * @param behindMicros how late a transfer was sent, at the most
   */
  record Phase(
      long rate,
      int round,
      Latencies alerts,
      Latencies alertsSinceDue,
      Latencies plain,
      long behindMicros) {}

  LatencyResult(List<Phase> phases) {
    this.phases = List.copyOf(phases);
  }

  private Target target(Goal goal, long rate, ToLongFunction<Latencies> figure) {
    return new Target(goal, stats(rate, Phase::alerts, figure).median());
  }

  private Stats stats(
      long rate, Function<Phase, Latencies> which, ToLongFunction<Latencies> figure) {
    return Stats.of(
        phases.stream()
            .filter(phase -> phase.rate() == rate)
            .map(phase -> figure.applyAsLong(which.apply(phase)) / MICROS_OF_A_MILLI)
            .toList());
  }

  private List<Long> rates() {
    return phases.stream().map(Phase::rate).distinct().toList();
  }

  List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    if (rates().contains(SLOW)) {
      targets.add(target(Goal.ALERT_P50, SLOW, Latencies::p50));
      targets.add(target(Goal.ALERT_P99, SLOW, Latencies::p99));
    }
    if (rates().contains(FAST)) {
      targets.add(target(Goal.FAST_ALERT_P99, FAST, Latencies::p99));
    }
    return targets;
  }

  /** For people. */
  Sheet sheet() {
    Sheet.Rows rows =
        new Sheet.Rows(
            "TRANSFERS/S", "FROM ... UNTIL", "P50 MS", "P99 MS", "P99.9 MS", "MOST", "MEASURED");
    for (long rate : rates()) {
      row(rows, rate, "appended ... alert read", Phase::alerts);
      row(rows, rate, "due ... alert read", Phase::alertsSinceDue);
      row(rows, rate, "due ... transfer read", Phase::plain);
    }
    return rows.with(
        "Medians of the rounds, in brackets the least and the most of a round. Appended: the broker"
            + " has stamped the transfer, to the millisecond. Due: it is to be sent.");
  }

  private void row(Sheet.Rows rows, long rate, String span, Function<Phase, Latencies> which) {
    long measured =
        phases.stream()
            .filter(phase -> phase.rate() == rate)
            .mapToLong(phase -> which.apply(phase).count())
            .sum();
    rows.row(
        Format.text("%,d", rate),
        span,
        cell(stats(rate, which, Latencies::p50)),
        cell(stats(rate, which, Latencies::p99)),
        cell(stats(rate, which, Latencies::p999)),
        cell(stats(rate, which, Latencies::max)),
        Format.text("%,d", measured));
  }

  private static String cell(Stats stats) {
    return Format.text("%.1f (%.1f-%.1f)", stats.median(), stats.least(), stats.most());
  }

  List<String> warnings() {
    long behind = phases.stream().mapToLong(Phase::behindMicros).max().orElse(0);
    return behind > BEHIND_LIMIT_MICROS
        ? List.of(
            Format.text(
                "The sender itself was up to %.0f ms late; that is in the figures.",
                behind / MICROS_OF_A_MILLI))
        : List.of();
  }

  /** For programs. */
  List<Map<String, Object>> fields() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Phase phase : phases) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("rate", phase.rate());
      fields.put("round", phase.round());
      fields.put("alert_micros", phase.alerts().values());
      fields.put("alert_since_due_micros", phase.alertsSinceDue().values());
      fields.put("plain_micros", phase.plain().values());
      fields.put("sender_behind_micros", phase.behindMicros());
      all.add(fields);
    }
    return all;
  }
}
