package io.weir.bench;

import io.weir.config.ConfigKeys;
import io.weir.config.WeirConfig;
import io.weir.runtime.LookbackApp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What looking back costs, and what it is worth: in each round a plain consumer reads the past,
 * look-back indexes it and finds what is listed later, and a plain consumer looks through all of it
 * for one address.
 */
final class Lookback {
  static final String READ = "read";
  static final String INDEX = "index";
  static final String FULL_SCAN = "full-scan";
  static final String ALONE = "screening";
  static final String WITH_LOOKBACK = "with-lookback";

  /** For an answer of a process. */
  private static final Duration PATIENCE = Duration.ofMinutes(6);

  private static final List<String> PROBE_JVM = List.of("-Xmx256m");

  private final Bed bed;
  private final Loads loads;
  private final Steps steps;
  private final LookbackPlan plan;
  private final LoadSpec spec;
  private final Planting planting;

  Lookback(Bed bed, Loads loads, Steps steps, LookbackPlan plan) {
    this.bed = bed;
    this.loads = loads;
    this.steps = steps;
    this.plan = plan;
    this.spec = new LoadSpec(bed.settings().seed(), LoadShape.MIX, plan.hitEvery(), plan.listed());
    this.planting = plan.planting(bed.settings().partitions());
  }

  /** Who works through the past, in the order of their turns, and what they do. */
  static Map<String, String> past() {
    Map<String, String> past = new LinkedHashMap<>();
    past.put(READ, "a plain consumer that reads");
    past.put(INDEX, "look-back, which indexes");
    past.put(FULL_SCAN, "a plain consumer that looks for an address");
    return past;
  }

  /** Who screens, in the order of their turns. */
  List<Contestant> screening() {
    Assignment work = new Assignment(spec, plan.listed(), plan.screened(), plan.warmUp());
    return List.of(
        Contestant.asShipped(ALONE, "screening as it ships, alone", work),
        Contestant.other(
            WITH_LOOKBACK,
            "the same process also looks back",
            WholeWeirApp.class,
            Product.VERDICTS_AND_ALERTS,
            work));
  }

  /**
   * Measures everything about the past.
   *
   * @throws BenchFailure when something fails, or when an alert does not come or comes twice
   */
  LookbackResult run() throws InterruptedException {
    Loads.Written history = loads.history(spec, planting);
    LookbackResult.Builder result = new LookbackResult.Builder();
    for (int round = 1; round <= plan.rounds(); round++) {
      read(round, READ, history, Optional.empty(), result);
      index(round, history, result);
      read(round, FULL_SCAN, history, Optional.of(soughtRow()), result);
    }
    bed.delete(history.topic());
    return result.result();
  }

  /** The listing in the middle of the past. */
  private int sought() {
    return plan.listings() / 2;
  }

  private String soughtRow() {
    return new PastTraffic(spec, planting).row(sought()).key().toString();
  }

  private void read(
      int round,
      String name,
      Loads.Written history,
      Optional<String> key,
      LookbackResult.Builder result)
      throws InterruptedException {
    begins(round, name);
    Map<String, String> settings = settings(run(round, name), history.topic(), "unused");
    key.ifPresent(wanted -> settings.put(ReadWork.KEY, wanted));
    WeirConfig config = BenchConfig.of(settings);
    try (Child child =
        bed.launcher().start(run(round, name), ReadWork.class, options(), settings)) {
      Pursuit pursuit = pursuit(ReadWork.ROLE, config, child);
      Duration toRunning = pursuit.awaitRunning();
      Timeline timeline = pursuit.follow(history.transfers());
      Run run = ran(name, round, timeline, toRunning, child);
      child.tell(Channel.STOP);
      long found = number(child.await(ContestantWork.FIGURES, PATIENCE), ReadWork.FOUND);
      if (key.isPresent() && found != plan.touches()) {
        throw new BenchFailure(
            Format.text("A full scan found %d transfers instead of %d", found, plan.touches()));
      }
      result.run(run);
      steps.ends(Format.text("%,.0f/s", run.span().perSecond()));
    }
  }

  private void index(int round, Loads.Written history, LookbackResult.Builder result)
      throws InterruptedException {
    String list = loads.ownList(plan.listed());
    begins(round, INDEX);
    String name = run(round, INDEX);
    Map<String, String> settings = settings(name, history.topic(), list);
    WeirConfig config = BenchConfig.of(settings);
    bed.createTopics(config);
    settings.put(ContestantWork.APP, LookingBackApp.class.getName());
    try (Child child = bed.launcher().start(name, ContestantWork.class, options(), settings)) {
      Pursuit pursuit = pursuit(LookbackApp.ROLE, config, child);
      Duration toRunning = pursuit.awaitRunning();
      Timeline timeline = pursuit.follow(history.transfers());
      Run run = ran(INDEX, round, timeline, toRunning, child);
      result.run(run);
      steps.ends(Format.text("%,.0f/s", run.span().perSecond()));
      // Before anything is listed: what is stored is the index alone.
      long stored = storedBytes(config);
      listings(round, config, result);
      child.tell(Channel.STOP);
      Map<String, String> figures = child.await(ContestantWork.FIGURES, PATIENCE);
      result.index(
          new IndexSize(
              stored,
              number(figures, LookingBackApp.FILTER_BYTES),
              number(figures, LookingBackApp.SEGMENTS),
              number(figures, LookingBackApp.TRANSFERS)));
    }
    bed.deleteAllOf(name);
    bed.delete(list);
  }

  private void listings(int round, WeirConfig config, LookbackResult.Builder result)
      throws InterruptedException {
    // The probe is no part of what is measured: the settings of the applications are not its own.
    Map<String, String> settings = new HashMap<>(bed.addresses());
    settings.putAll(WriteHistory.settings(spec, planting));
    settings.put(ConfigKeys.SANCTIONED_ADDRESSES, config.topics().sanctionedAddresses());
    settings.put(ConfigKeys.ALERTS, config.topics().alerts());
    settings.put(ConfigKeys.LOOKBACK_REPORTS, config.topics().lookbackReports());
    try (Child probe =
        bed.launcher().start(run(round, "probe"), ListingWork.class, PROBE_JVM, settings)) {
      probe.await(ListingWork.READY, PATIENCE);
      for (int listing = 0; listing < plan.listings(); listing++) {
        steps.begins(
            Format.text(
                "Round %d of %d, listing %d of %d",
                round, plan.rounds(), listing + 1, plan.listings()));
        probe.tell(Channel.write(Map.of(ListingWork.LISTING, Integer.toString(listing))));
        LateListing late = LateListing.of(probe.await(ListingWork.MEASURED, PATIENCE));
        steps.ends(
            Format.text(
                "%,d transfers, last alert after %.0f ms",
                plan.touches(), late.lastMicros() / 1e3));
        result.listing(round, late);
      }
    }
  }

  private void begins(int round, String name) {
    steps.begins("Round " + round + " of " + plan.rounds() + ", " + name);
  }

  private static String run(int round, String name) {
    return "lookback-" + round + "-" + name;
  }

  /** The settings of a run that reads the past as its screened transfers. */
  private Map<String, String> settings(String run, String history, String list) {
    Map<String, String> settings =
        new HashMap<>(bed.config(run, run + "-transfers", list, Map.of()));
    settings.put(ConfigKeys.SCREENED_TRANSFERS, history);
    return settings;
  }

  private List<String> options() {
    List<String> options = new ArrayList<>(bed.settings().jvm());
    options.add("-Xmx" + bed.settings().heap());
    return options;
  }

  private Pursuit pursuit(String role, WeirConfig config, Child child) throws InterruptedException {
    Commits commits =
        new Commits(
            bed.admin(), config.applicationId(role), config.topics().screenedTransfers(), config);
    return new Pursuit(commits, child, bed.broker(), steps);
  }

  private Run ran(String name, int round, Timeline timeline, Duration toRunning, Child child) {
    return new Run(
        name,
        round,
        timeline.span(plan.warmUp()),
        toRunning,
        Usage.of(child.handle()).peakBytes(),
        OptionalLong.empty());
  }

  private long storedBytes(WeirConfig config) {
    // The names of look-back's stores are public API.
    String stores = config.applicationId(LookbackApp.ROLE) + "-";
    return bed.storedBytes(List.of(stores + "segments-changelog", stores + "filters-changelog"));
  }

  private static long number(Map<String, String> fields, String name) {
    return Long.parseLong(Objects.requireNonNull(fields.get(name), name));
  }
}
