package io.weir.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much a benchmark of look-back does.
 *
 * @param transfers of the past
 * @param warmUp transfers at the beginning of each run that are not measured
 * @param hitEvery one transfer of so many touches a listed address
 * @param listed addresses on the list before
 * @param listings addresses that are listed later, one after the other
 * @param touches transfers of the past that touch each of these
 * @param screened transfers that are screened with look-back and without it, and measured
 * @param rounds how often everything is measured
 */
public record LookbackPlan(
    long transfers,
    long warmUp,
    long hitEvery,
    long listed,
    int listings,
    int touches,
    long screened,
    int rounds) {
  public static final long TRANSFERS = 10_000_000;

  /** A part of the past itself. */
  public static final long WARM_UP = 6_000_000;

  /** Enough that most of them meet code that has run before, as in a process of some days. */
  public static final int LISTINGS = 20;

  /** What an address does in one go. */
  public static final int TOUCHES = 100;

  /** The names of those who read the past. */
  public static final List<String> PAST =
      List.of(Lookback.READ, Lookback.INDEX, Lookback.FULL_SCAN);

  /** As much as a benchmark does when it is not told otherwise. */
  public static LookbackPlan usual(int rounds) {
    return new LookbackPlan(
        TRANSFERS, WARM_UP, Plan.HIT_EVERY, Plan.LISTED, LISTINGS, TOUCHES, Plan.TRANSFERS, rounds);
  }

  /** The fewest transfers of the past among which there is room for the later listings. */
  public static long leastTransfers(int partitions, int listings, int touches) {
    return Planting.least(partitions, listings, touches);
  }

  Planting planting(int partitions) {
    return new Planting(partitions, transfers, listings, touches);
  }

  /** For programs. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("transfers", transfers);
    fields.put("warm_up", warmUp);
    fields.put("hit_every", hitEvery);
    fields.put("listed", listed);
    fields.put("listings", listings);
    fields.put("touches", touches);
    fields.put("screened", screened);
    fields.put("rounds", rounds);
    return fields;
  }
}
