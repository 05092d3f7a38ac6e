package io.weir.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much a benchmark of the list's length does.
 *
 * @param sizes listed addresses, ascending; hits are among those of the shortest list, so that all
 *     work through the same load
 * @param transfers that are measured in each run
 * @param warmUp transfers before these
 * @param hitEvery one transfer of so many touches a listed address
 * @param rounds how often each length is measured
 * @param heap of the application, as {@code -Xmx} takes it
 */
public record ListPlan(
    List<Long> sizes, long transfers, long warmUp, long hitEvery, int rounds, String heap) {
  public static final String SIZES = "1000,100000,1000000,10000000";

  public ListPlan {
    sizes = sizes.stream().sorted().distinct().toList();
    if (sizes.isEmpty() || sizes.get(0) < 1) {
      throw new IllegalArgumentException("sizes " + sizes);
    }
  }

  /** As much as a benchmark does when it is not told otherwise. */
  public static ListPlan usual(int rounds) {
    return new ListPlan(
        Plan.numbers(SIZES),
        Plan.TRANSFERS,
        Plan.WARM_UP,
        Plan.HIT_EVERY,
        rounds,
        Machine.here().halfOfTheMemory());
  }

  long shortest() {
    return sizes.get(0);
  }

  /** For programs. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("sizes", sizes);
    fields.put("transfers", transfers);
    fields.put("warm_up", warmUp);
    fields.put("hit_every", hitEvery);
    fields.put("rounds", rounds);
    fields.put("heap", heap);
    return fields;
  }
}
