package io.weir.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Weir with lists of several lengths, on the same load. */
final class ListLengths {
  private static final long MILLION = 1_000_000;
  private static final long LONGEST = 10 * MILLION;
  private static final long THOUSAND = 1_000;

  private final ListPlan plan;
  private final List<Contestant> contestants;

  ListLengths(ListPlan plan, long seed) {
    this.plan = plan;
    LoadSpec load = new LoadSpec(seed, LoadShape.MIX, plan.hitEvery(), plan.shortest());
    this.contestants =
        plan.sizes().stream()
            .map(
                size ->
                    Contestant.hitsOnly(
                            name(size),
                            Format.text("hits only, %,d listed addresses", size),
                            new Assignment(load, size, plan.transfers(), plan.warmUp()))
                        .withHeap(plan.heap()))
            .toList();
  }

  private static String name(long size) {
    return "listed-" + size;
  }

  List<Contestant> contestants() {
    return contestants;
  }

  /** Bytes of heap for each address more than the shortest list has; medians of the rounds. */
  static OptionalDouble bytesOfAnAddress(List<Run> runs, long shortest, long size) {
    if (size == shortest) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        (heap(runs, size) - heap(runs, shortest)) / (double) (size - shortest));
  }

  private static double heap(List<Run> runs, long size) {
    return Stats.of(
            runs.stream()
                .filter(run -> run.contestant().equals(name(size)))
                .map(run -> (double) run.heapBytes().orElseThrow())
                .toList())
        .median();
  }

  /** What is wanted; what needs a length that was not measured is left out. */
  List<Target> targets(Scores scores, List<Run> runs) {
    List<Target> targets = new ArrayList<>();
    scores
        .ratio(name(LONGEST), name(THOUSAND))
        .ifPresent(found -> targets.add(new Target(Goal.LONG_LIST, found)));
    if (plan.sizes().contains(LONGEST)) {
      bytesOfAnAddress(runs, plan.shortest(), LONGEST)
          .ifPresent(found -> targets.add(new Target(Goal.HEAP, found)));
    }
    scores
        .find(name(MILLION))
        .ifPresent(score -> targets.add(new Target(Goal.START, score.startSeconds().median())));
    return targets;
  }

  /** For people. */
  Sheet sheet(Scores scores, List<Run> runs) {
    Sheet.Rows rows = new Sheet.Rows("LISTED", "START S", "HEAP BYTES/ADDRESS");
    for (long size : plan.sizes()) {
      OptionalDouble bytes = bytesOfAnAddress(runs, plan.shortest(), size);
      rows.row(
          Format.text("%,d", size),
          Format.text("%.1f", scores.find(name(size)).orElseThrow().startSeconds().median()),
          bytes.isPresent() ? Format.text("%.0f", bytes.getAsDouble()) : "");
    }
    return rows.with(
        "Start: from the first line of the application until it screens. Heap: live objects after"
            + " the run, above those with the shortest list.");
  }

  /** For programs. */
  Map<String, Object> fields(List<Run> runs) {
    Map<String, Object> bytes = new LinkedHashMap<>();
    for (long size : plan.sizes()) {
      bytesOfAnAddress(runs, plan.shortest(), size)
          .ifPresent(found -> bytes.put(Long.toString(size), found));
    }
    return bytes;
  }
}
