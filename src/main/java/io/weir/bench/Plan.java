package io.weir.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How much a benchmark does.
 *
 * @param transfers that are measured in each run
 * @param warmUp transfers before these, in the same run
 * @param hitEvery one transfer of so many touches a listed address
 * @param listed addresses on the list
 * @param rounds how often each contestant runs
 * @param only names of the contestants that take part; empty for all
 * @param also the class of one more contestant, which must copy every record
 */
public record Plan(
    long transfers,
    long warmUp,
    long hitEvery,
    long listed,
    int rounds,
    Set<String> only,
    Optional<String> also) {
  public static final long TRANSFERS = 4_000_000;

  /**
   * Behind some five million, the JVM's compiler still had half of a processor, which it takes once
   * in an application's life; behind some eleven an eighth.
   */
  public static final long WARM_UP = 12_000_000;

  /** On most days not one of many thousand deposits of an exchange touches a list. */
  public static final long HIT_EVERY = 10_000;

  /** About as many as on OFAC's list. */
  public static final long LISTED = 1_000;

  /** The median of five is not moved by one bad round, nor by two. */
  public static final int ROUNDS = 5;

  /** The names of the contestants of {@link Bench#throughput}. */
  public static final List<String> THROUGHPUT =
      List.of(
          Throughput.IDLE,
          Throughput.COPY,
          Throughput.JOIN,
          Throughput.HITS_ONLY,
          Throughput.SHIPPED);

  /** The names of the contestants of {@link Bench#loads}. */
  public static final List<String> LOADS =
      List.of(
          OtherLoads.NO_HITS,
          OtherLoads.MANY_HITS,
          OtherLoads.NARROW,
          OtherLoads.WIDE,
          OtherLoads.ROOMY,
          OtherLoads.SMALL);

  public Plan {
    only = Set.copyOf(only);
  }

  /** As much as a benchmark does when it is not told otherwise. */
  public static Plan usual(int rounds) {
    return new Plan(TRANSFERS, WARM_UP, HIT_EVERY, LISTED, rounds, Set.of(), Optional.empty());
  }

  boolean includes(String contestant) {
    return only.isEmpty() || only.contains(contestant);
  }

  static List<Long> numbers(String separatedByCommas) {
    return Arrays.stream(separatedByCommas.split(",", -1)).map(Long::valueOf).toList();
  }

  /** For programs. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("transfers", transfers);
    fields.put("warm_up", warmUp);
    fields.put("hit_every", hitEvery);
    fields.put("listed", listed);
    fields.put("rounds", rounds);
    return fields;
  }
}
