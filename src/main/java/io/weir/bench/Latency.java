package io.weir.bench;

import io.weir.config.WeirConfig;
import io.weir.runtime.ScreeningApp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long an alert takes while transfers come steadily: one Weir, as it ships, warmed up. */
final class Latency {
  private static final String RUN = "latency";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** The probe holds all transfers of one rate and round, one of this size on average or less. */
  private static final long TRANSFER_BYTES = 1_000;

  private static final long PROBE_HEAP_BYTES = 512L << 20;

  private final Bed bed;
  private final Loads loads;
  private final Steps steps;
  private final LatencyPlan plan;

  Latency(Bed bed, Loads loads, Steps steps, LatencyPlan plan) {
    this.bed = bed;
    this.loads = loads;
    this.steps = steps;
    this.plan = plan;
  }

  /**
   * Measures.
   *
   * @throws BenchFailure when something fails, or when an alert does not come or comes twice
   */
  LatencyResult run() throws InterruptedException {
    LoadSpec spec =
        new LoadSpec(bed.settings().seed(), LoadShape.MIX, plan.hitEvery(), plan.listed());
    String list = loads.list(plan.listed(), false);
    Loads.Written load = loads.write(spec.rehearsing(plan.warmUp()), plan.warmUp());
    Map<String, String> settings = new HashMap<>(bed.config(RUN, load.topic(), list, Map.of()));
    WeirConfig config = BenchConfig.of(settings);
    bed.createTopics(config);
    settings.put(ContestantWork.APP, WeirApp.class.getName());
    List<String> jvm = new ArrayList<>(bed.settings().jvm());
    jvm.add("-Xmx" + bed.settings().heap());
    try (Child weir = bed.launcher().start(RUN, ContestantWork.class, jvm, settings)) {
      steps.begins("Warming up");
      Commits commits =
          new Commits(bed.admin(), config.applicationId(ScreeningApp.ROLE), load.topic(), config);
      Pursuit pursuit = new Pursuit(commits, weir, bed.broker(), steps);
      Duration unused = pursuit.awaitRunning();
      pursuit.follow(load.transfers());
      steps.ends("done");
      try (Child probe =
          bed.launcher()
              .start(RUN + "-probe", ProbeWork.class, List.of(probeHeap()), probe(config, spec))) {
        probe.await(ProbeWork.READY, PATIENCE);
        return phases(probe);
      }
    }
  }

  private String probeHeap() {
    long rate = plan.rates().stream().mapToLong(Long::longValue).max().orElseThrow();
    long transfers = rate * (plan.settlingSeconds() + plan.seconds());
    return "-Xmx" + (PROBE_HEAP_BYTES + transfers * TRANSFER_BYTES);
  }

  private Map<String, String> probe(WeirConfig config, LoadSpec spec) {
    // The probe is no part of what is measured: the settings of the applications are not its own.
    Map<String, String> settings = new HashMap<>(bed.addresses());
    settings.put("weir.topics.transfers", config.topics().transfers());
    settings.put("weir.topics.alerts", config.topics().alerts());
    settings.put(ProbeWork.PARTITIONS, Integer.toString(bed.settings().partitions()));
    settings.put(ProbeWork.SEED, Long.toString(spec.seed()));
    settings.put(ProbeWork.HIT_EVERY, Long.toString(spec.hitEvery()));
    settings.put(ProbeWork.HITS_AMONG, Long.toString(spec.hitsAmong()));
    settings.put(ProbeWork.FIRST, Long.toString(plan.warmUp()));
    return settings;
  }

  private LatencyResult phases(Child probe) throws InterruptedException {
    List<LatencyResult.Phase> phases = new ArrayList<>();
    for (int round = 1; round <= plan.rounds(); round++) {
      for (long rate : plan.rates()) {
        steps.begins(Format.text("Round %d of %d, %,d/s", round, plan.rounds(), rate));
        LatencyResult.Phase phase = phase(probe, round, rate);
        steps.ends(
            Format.text(
                "alerts p50 %.1f ms, p99 %.1f ms",
                phase.alerts().p50() / 1e3, phase.alerts().p99() / 1e3));
        phases.add(phase);
      }
    }
    return new LatencyResult(phases);
  }

  private LatencyResult.Phase phase(Child probe, int round, long rate) throws InterruptedException {
    probe.tell(
        Channel.write(
            Map.of(
                ProbeWork.RATE, Long.toString(rate),
                ProbeWork.SETTLING_SECONDS, Long.toString(plan.settlingSeconds()),
                ProbeWork.SECONDS, Long.toString(plan.seconds()))));
    Map<String, String> measured =
        probe.await(
            ProbeWork.MEASURED, PATIENCE.plusSeconds(plan.settlingSeconds() + plan.seconds()));
    return new LatencyResult.Phase(
        rate,
        round,
        Latencies.of(measured, ProbeWork.ALERTS),
        Latencies.of(measured, ProbeWork.ALERTS_SINCE_DUE),
        Latencies.of(measured, ProbeWork.PLAIN),
        Long.parseLong(measured.getOrDefault(ProbeWork.BEHIND_MICROS, "0")));
  }
}
