package io.weir.bench;

import java.util.ArrayList;
import java.util.List;

/** Weir beside what a user would otherwise run, on the same transfers. */
final class Throughput {
  static final String IDLE = "idle";
  static final String COPY = "copy";
  static final String JOIN = "join";
  static final String HITS_ONLY = "hits-only";
  static final String SHIPPED = "shipped";

  private Throughput() {}

  /** Who takes part. */
  static List<Contestant> contestants(Plan plan, long seed) {
    LoadSpec load = new LoadSpec(seed, LoadShape.MIX, plan.hitEvery(), plan.listed());
    Assignment work = new Assignment(load, plan.listed(), plan.transfers(), plan.warmUp());
    List<Contestant> chosen = new ArrayList<>();
    chosen.add(
        Contestant.other(
            IDLE, "Kafka Streams that does nothing", IdleApp.class, Product.NOTHING, work));
    chosen.add(Contestant.other(COPY, "copies every record", CopyApp.class, Product.COPIES, work));
    chosen.add(
        Contestant.other(
            JOIN,
            "the join as tutorials write it: GlobalKTable, Avro serdes, RocksDB",
            JoinApp.class,
            Product.TEXT_ALERTS,
            work));
    chosen.add(Contestant.hitsOnly(HITS_ONLY, "Weir with weir.screened.output=none", work));
    chosen.add(Contestant.asShipped(SHIPPED, "Weir as it ships", work));
    chosen.removeIf(contestant -> !plan.includes(contestant.name()));
    plan.also()
        .map(name -> BenchProcess.made(name, BenchApp.class).getClass())
        .ifPresent(
            app -> chosen.add(Contestant.other("also", app.getName(), app, Product.COPIES, work)));
    return chosen;
  }

  /** What is wanted; what needs somebody who did not take part is left out. */
  static List<Target> targets(Scores scores) {
    List<Target> targets = new ArrayList<>();
    scores
        .ratio(HITS_ONLY, IDLE)
        .ifPresent(found -> targets.add(new Target(Goal.HITS_ONLY, found)));
    scores.ratio(SHIPPED, COPY).ifPresent(found -> targets.add(new Target(Goal.SHIPPED, found)));
    scores.ratio(HITS_ONLY, JOIN).ifPresent(found -> targets.add(new Target(Goal.JOIN, found)));
    return targets;
  }
}
