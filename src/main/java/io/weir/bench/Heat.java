package io.weir.bench;

import io.weir.config.WeirConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** One contestant working through one load, measured from outside and then checked. */
final class Heat {
  /** For an answer of the contestant. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Bed bed;
  private final Contestant contestant;
  private final Loads.Written load;
  private final String run;
  private final WeirConfig config;
  private final Map<String, String> settings;
  private final Steps steps;
  private final boolean heapAsked;

  /**
   * @param list the topic of the list
   * @param run unique among all runs on the bed
   * @param heapAsked whether to measure the heap after the run
   */
  Heat(
      Bed bed,
      Contestant contestant,
      Loads.Written load,
      String list,
      String run,
      Steps steps,
      boolean heapAsked) {
    this.bed = bed;
    this.contestant = contestant;
    this.load = load;
    this.run = run;
    this.steps = steps;
    this.heapAsked = heapAsked;
    this.settings = new HashMap<>(bed.config(run, load.topic(), list, contestant.config()));
    this.config = BenchConfig.of(settings);
    settings.put(ContestantWork.APP, contestant.app().getName());
  }

  /**
   * Runs the contestant.
   *
   * @throws BenchFailure when it fails, or when its outputs are not what they must be
   */
  Run run(int round) throws InterruptedException {
    bed.createTopics(config);
    String role = BenchProcess.made(contestant.app().getName(), BenchApp.class).role();
    Commits commits = new Commits(bed.admin(), config.applicationId(role), load.topic(), config);
    List<String> options = new ArrayList<>(bed.settings().jvm());
    options.add("-Xmx" + contestant.heap().orElse(bed.settings().heap()));
    Duration toRunning;
    Timeline timeline;
    Usage usage;
    OptionalLong heap = OptionalLong.empty();
    Map<String, String> figures;
    try (Child child = bed.launcher().start(run, ContestantWork.class, options, settings)) {
      Pursuit pursuit = new Pursuit(commits, child, bed.broker(), steps);
      toRunning = pursuit.awaitRunning();
      timeline = pursuit.follow(load.transfers());
      if (heapAsked) {
        child.tell(ContestantWork.HEAP);
        heap = OptionalLong.of(bytes(child.await(ContestantWork.HEAP_IS, PATIENCE)));
      }
      usage = Usage.of(child.handle());
      child.tell(Channel.STOP);
      figures = child.await(ContestantWork.FIGURES, PATIENCE);
    }
    check(figures);
    bed.deleteAllOf(run);
    return new Run(
        contestant.name(),
        round,
        timeline.span(contestant.work().warmUp()),
        toRunning,
        usage.peakBytes(),
        heap);
  }

  private static long bytes(Map<String, String> event) {
    return Long.parseLong(event.getOrDefault(ContestantWork.BYTES, "0"));
  }

  private void check(Map<String, String> figures) {
    List<String> wrong =
        new ArrayList<>(
            contestant
                .product()
                .disagreements(
                    load.expected(), OutputReader.read(config, contestant.product().namesHits())));
    String seen = figures.get(IdleApp.SEEN);
    if (seen != null && Long.parseLong(seen) != load.transfers()) {
      wrong.add(seen + " transfers seen instead of " + load.transfers());
    }
    if (!wrong.isEmpty()) {
      throw new BenchFailure(
          "The output of " + contestant.name() + " is wrong: " + String.join("; ", wrong));
    }
  }
}
