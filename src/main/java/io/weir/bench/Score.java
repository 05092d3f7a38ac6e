package io.weir.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;

/**
 * All runs of a contestant together.
 *
 * @param perSecond transfers a second
 * @param clientCpu CPU seconds of the contestant for a million transfers
 * @param brokerCpu CPU seconds of the broker for a million transfers
 * @param startSeconds until it ran
 * @param peakBytes the most memory of any run; empty where the system does not tell
 * @param warm whether every run left a warm-up out
 */
record Score(
    String name,
    String what,
    Stats perSecond,
    Stats clientCpu,
    Stats brokerCpu,
    Stats startSeconds,
    OptionalLong peakBytes,
    boolean warm) {

  static Score of(String name, String what, List<Run> runs) {
    List<Run> own = runs.stream().filter(run -> run.contestant().equals(name)).toList();
    return new Score(
        name,
        what,
        stats(own, run -> run.span().perSecond()),
        stats(own, run -> cpu(run.span().client().toMillis(), run)),
        stats(own, run -> cpu(run.span().broker().toMillis(), run)),
        stats(own, run -> run.toRunning().toMillis() / 1e3),
        own.stream().flatMapToLong(run -> run.peakBytes().stream()).max(),
        own.stream().allMatch(run -> run.span().warm()));
  }

  private static Stats stats(List<Run> runs, ToDoubleFunction<Run> figure) {
    return Stats.of(runs.stream().map(run -> figure.applyAsDouble(run)).toList());
  }

  private static double cpu(long millis, Run run) {
    return millis / 1e3 * 1e6 / run.span().transfers();
  }

  /** Median against median, transfers a second. */
  double against(Score other) {
    return perSecond.median() / other.perSecond.median();
  }

  /** For programs. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("contestant", name);
    fields.put("what", what);
    fields.put("transfers_per_second", perSecond.fields());
    fields.put("client_cpu_seconds_per_million", clientCpu.fields());
    fields.put("broker_cpu_seconds_per_million", brokerCpu.fields());
    fields.put("start_seconds", startSeconds.fields());
    peakBytes.ifPresent(bytes -> fields.put("peak_memory_bytes", bytes));
    fields.put("warm_up_left_out", warm);
    return fields;
  }
}
