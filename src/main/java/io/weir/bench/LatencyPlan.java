package io.weir.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much a benchmark of latency does.
 *
 * @param rates transfers a second, one after the other
 * @param seconds measured at each rate, in each round
 * @param settlingSeconds at the same rate before these
 * @param hitEvery one transfer of so many touches a listed address
 * @param listed addresses on the list
 * @param warmUp transfers that are screened at full speed before everything
 * @param rounds how often each rate is measured
 */
public record LatencyPlan(
    List<Long> rates,
    long seconds,
    long settlingSeconds,
    long hitEvery,
    long listed,
    long warmUp,
    int rounds) {
  public static final String RATES = "2000,10000";
  public static final long SECONDS = 30;
  public static final long SETTLING_SECONDS = 5;

  /** Often enough for percentiles: ten and fifty alerts a second at the usual rates. */
  public static final long HIT_EVERY = 200;

  public LatencyPlan {
    rates = List.copyOf(rates);
  }

  /** As much as a benchmark does when it is not told otherwise. */
  public static LatencyPlan usual(int rounds) {
    return new LatencyPlan(
        Plan.numbers(RATES),
        SECONDS,
        SETTLING_SECONDS,
        HIT_EVERY,
        Plan.LISTED,
        Plan.WARM_UP,
        rounds);
  }

  /** For programs. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("rates", rates);
    fields.put("seconds", seconds);
    fields.put("settling_seconds", settlingSeconds);
    fields.put("hit_every", hitEvery);
    fields.put("listed", listed);
    fields.put("warm_up", warmUp);
    fields.put("rounds", rounds);
    return fields;
  }
}
