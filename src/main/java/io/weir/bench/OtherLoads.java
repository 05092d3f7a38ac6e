package io.weir.bench;

import java.util.ArrayList;
import java.util.List;

/** Weir under loads that are unlike the usual one, and in a small heap. */
final class OtherLoads {
  static final String NO_HITS = "no-hits";
  static final String MANY_HITS = "many-hits";
  static final String NARROW = "narrow";
  static final String WIDE = "wide";
  static final String ROOMY = "roomy";
  static final String SMALL = "small";

  private static final long MANY_HITS_EVERY = 200;

  /** How many times as many parties a wide transfer has as a narrow one. */
  private static final long WIDTH = 50;

  /** A wide transfer is larger by about as much. */
  private static final long FEWER_WIDE = 20;

  private static final String ROOMY_HEAP = "1g";
  private static final String SMALL_HEAP = "256m";

  private OtherLoads() {}

  /** Who takes part, those together that are held against each other. */
  static List<List<Contestant>> pairs(Plan plan, long seed) {
    List<List<Contestant>> all =
        List.of(
            List.of(
                Contestant.hitsOnly(
                    NO_HITS, "hits only, no hit", work(plan, seed, LoadShape.MIX, 0, 1)),
                Contestant.hitsOnly(
                    MANY_HITS,
                    "hits only, one hit in " + MANY_HITS_EVERY,
                    work(plan, seed, LoadShape.MIX, MANY_HITS_EVERY, 1))),
            List.of(
                Contestant.hitsOnly(
                    NARROW,
                    "hits only, one input and one output",
                    work(plan, seed, LoadShape.NARROW, plan.hitEvery(), 1)),
                Contestant.hitsOnly(
                    WIDE,
                    "hits only, " + WIDTH + " inputs and " + WIDTH + " outputs",
                    work(plan, seed, LoadShape.WIDE, plan.hitEvery(), FEWER_WIDE))),
            List.of(
                Contestant.asShipped(
                        ROOMY,
                        "as shipped, in a heap of " + ROOMY_HEAP,
                        work(plan, seed, LoadShape.MIX, plan.hitEvery(), 1))
                    .withHeap(ROOMY_HEAP),
                Contestant.asShipped(
                        SMALL,
                        "as shipped, in a heap of " + SMALL_HEAP,
                        work(plan, seed, LoadShape.MIX, plan.hitEvery(), 1))
                    .withHeap(SMALL_HEAP)));
    return all.stream()
        .map(pair -> pair.stream().filter(one -> plan.includes(one.name())).toList())
        .filter(pair -> !pair.isEmpty())
        .toList();
  }

  private static Assignment work(Plan plan, long seed, LoadShape shape, long hitEvery, long fewer) {
    return new Assignment(
        new LoadSpec(seed, shape, hitEvery, plan.listed()),
        plan.listed(),
        Math.max(1, plan.transfers() / fewer),
        plan.warmUp() / fewer);
  }

  /** What is wanted; what needs somebody who did not take part is left out. */
  static List<Target> targets(Scores scores) {
    List<Target> targets = new ArrayList<>();
    scores
        .ratio(MANY_HITS, NO_HITS)
        .ifPresent(found -> targets.add(new Target(Goal.MANY_HITS, found)));
    scores.ratio(SMALL, ROOMY).ifPresent(found -> targets.add(new Target(Goal.SMALL_HEAP, found)));
    // How many times as slow, for so many times as many addresses.
    scores
        .ratio(NARROW, WIDE)
        .ifPresent(slower -> targets.add(new Target(Goal.WIDE, slower / WIDTH)));
    return targets;
  }
}
