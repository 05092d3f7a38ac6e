package io.weir.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A benchmark on a cluster of its own, which lives as long as this. */
public final class Bench implements AutoCloseable {
  private final Machine machine;
  private final Bed bed;
  private final Loads loads;
  private final Steps steps;

  private Bench(Machine machine, Bed bed, Steps steps) {
    this.machine = machine;
    this.bed = bed;
    this.steps = steps;
    this.loads = new Loads(bed, steps);
  }

  /**
   * Starts the cluster.
   *
   * @throws BenchFailure when it does not start
   */
  public static Bench open(Launcher launcher, BedSettings settings, Steps steps)
      throws InterruptedException {
    Machine machine = Machine.here();
    steps.begins("Starting a broker and a schema registry");
    Bed bed = new Bed(launcher, settings);
    steps.ends("done");
    return new Bench(machine, bed, steps);
  }

  /**
   * Weir beside what a user would otherwise run.
   *
   * @throws BenchFailure when a contestant fails, or when its output is wrong
   */
  public Report throughput(Plan plan) throws InterruptedException {
    List<Contestant> contestants = Throughput.contestants(plan, bed.settings().seed());
    List<Run> runs = compete("throughput", contestants, plan.rounds(), false);
    Scores scores = Scores.of(contestants, runs);
    return report("throughput", plan.fields(), scores, Throughput.targets(scores), runs);
  }

  /**
   * Weir under loads that are unlike the usual one, and in a small heap.
   *
   * @throws BenchFailure when a run fails, or when its output is wrong
   */
  public Report loads(Plan plan) throws InterruptedException {
    List<Contestant> contestants = new ArrayList<>();
    List<Run> runs = new ArrayList<>();
    for (List<Contestant> pair : OtherLoads.pairs(plan, bed.settings().seed())) {
      contestants.addAll(pair);
      runs.addAll(compete("loads", pair, plan.rounds(), false));
    }
    Scores scores = Scores.of(contestants, runs);
    return report("loads", plan.fields(), scores, OtherLoads.targets(scores), runs);
  }

  /**
   * Weir with lists of several lengths.
   *
   * @throws BenchFailure when a run fails, or when its output is wrong
   */
  public Report list(ListPlan plan) throws InterruptedException {
    ListLengths lengths = new ListLengths(plan, bed.settings().seed());
    List<Run> runs = compete("list", lengths.contestants(), plan.rounds(), true);
    Scores scores = Scores.of(lengths.contestants(), runs);
    return report("list", plan.fields(), scores, lengths.targets(scores, runs), runs)
        .with(lengths.sheet(scores, runs))
        .with("heap_bytes_of_an_address", lengths.fields(runs));
  }

  /**
   * How long an alert takes.
   *
   * @throws BenchFailure when Weir fails, or when an alert does not come or comes twice
   */
  public Report latency(LatencyPlan plan) throws InterruptedException {
    LatencyResult result = new Latency(bed, loads, steps, plan).run();
    List<String> warnings = new ArrayList<>(machine.warnings());
    warnings.addAll(result.warnings());
    return new Report(
        "latency",
        machine,
        settings(plan.fields()),
        List.of(result.sheet()),
        result.targets(),
        Map.of("phases", result.fields()),
        warnings);
  }

  /**
   * What looking back costs, and how soon the past's alerts are there.
   *
   * @throws BenchFailure when a run fails, or when an output is wrong
   */
  public Report lookback(LookbackPlan plan) throws InterruptedException {
    Lookback lookback = new Lookback(bed, loads, steps, plan);
    LookbackResult result = lookback.run();
    Scores past = Scores.of(Lookback.past(), result.runs());
    List<Run> runs = compete("steady", lookback.screening(), plan.rounds(), false);
    Scores screening = Scores.of(lookback.screening(), runs);
    List<Target> targets = result.targets(past, plan.transfers());
    return report("lookback", plan.fields(), past, targets, result.runs())
        .with(result.sheet(past, plan.transfers()))
        .with("listings", result.listings())
        .with("index", result.sizes())
        .with(screening.sheet(Usage.of(bed.broker()).peakBytes()))
        .with("screening_scores", screening.fields())
        .with("screening_runs", runs.stream().map(Run::fields).toList());
  }

  private List<Run> compete(
      String name, List<Contestant> contestants, int rounds, boolean heapAsked)
      throws InterruptedException {
    List<Run> runs = new Tournament(name, bed, loads, steps).run(contestants, rounds, heapAsked);
    // What comes next has the page cache to itself.
    loads.delete();
    return runs;
  }

  private Report report(
      String benchmark,
      Map<String, Object> plan,
      Scores scores,
      List<Target> targets,
      List<Run> runs) {
    OptionalLong brokerPeak = Usage.of(bed.broker()).peakBytes();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("scores", scores.fields());
    figures.put("runs", runs.stream().map(Run::fields).toList());
    brokerPeak.ifPresent(bytes -> figures.put("broker_peak_memory_bytes", bytes));
    List<String> warnings = new ArrayList<>(machine.warnings());
    if (!scores.allWarm()) {
      warnings.add(
          "There were too few transfers to leave the warm-up out: the figures are those of a"
              + " start.");
    }
    return new Report(
        benchmark,
        machine,
        settings(plan),
        List.of(scores.sheet(brokerPeak)),
        targets,
        figures,
        warnings);
  }

  private Map<String, Object> settings(Map<String, Object> plan) {
    Map<String, Object> settings = new LinkedHashMap<>(plan);
    // A plan with a heap of its own has it for all contestants.
    bed.settings().fields().forEach(settings::putIfAbsent);
    settings.put("client_settings", bed.clientSettings());
    return settings;
  }

  @Override
  public void close() {
    bed.close();
  }
}
