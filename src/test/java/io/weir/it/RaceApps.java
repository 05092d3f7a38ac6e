package io.weir.it;

import static io.weir.it.ScreeningBed.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.runtime.Ending;
import io.weir.runtime.Health;
import io.weir.runtime.LookbackApp;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Screening and look-back, each in a JVM of its own, which is killed and started again; and at
 * times two more instances of look-back.
 */
final class RaceApps implements AutoCloseable {

  /** What {@code weir run --role} takes. */
  private enum Role {
    SCREENING,
    LOOKBACK
  }

  // Many short lives: what the JVM does for a long one only costs time.
  private static final List<String> SHORT_LIVED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx256m");

  private static final Map<String, String> SETTINGS =
      Map.of(
          "weir.lookback.segment.records", "10",
          "weir.lookback.page.records", "7",
          "weir.lookback.threads.count", "2",
          // Fewer commits are quicker, and a kill meets more that is not committed.
          "weir.alerts.commit.min.interval.ms", "100",
          // The broker ends what a process on a lost disk had begun.
          "kafka.producer.transaction.timeout.ms", "5000");

  // The slower screening commits, the more rows look-back knows before the transfers.
  private static final Map<String, String> SCREENING =
      Map.of(
          "weir.threads.count", "1",
          "weir.alerts.commit.min.interval.ms", "300",
          "kafka.commit.interval.ms", "300");

  private final ScreeningBed bed;
  private final Path logs;
  private final Map<Role, WeirProcess> running = new EnumMap<>(Role.class);
  private final List<LookbackApp> further = new ArrayList<>();
  private int starts;
  private int disks;

  /**
   * @param logs folder for what the processes print
   */
  RaceApps(ScreeningBed bed, Path logs) {
    this.bed = bed;
    this.logs = logs;
  }

  void start() {
    start(Role.SCREENING);
    start(Role.LOOKBACK);
  }

  private void start(Role role) {
    String name = role.name().toLowerCase(Locale.ROOT);
    Map<String, String> settings = new HashMap<>(SETTINGS);
    if (role == Role.SCREENING) {
      settings.putAll(SCREENING);
    }
    // Who comes back under the same name need not wait until the dead one is missed.
    settings.put("kafka.group.instance.id", name);
    Path config = bed.configFile(name + "-disk-" + disks, settings);
    Path log = logs.resolve(name + "-" + starts++ + ".log");
    running.put(
        role,
        WeirProcess.start(
            log, SHORT_LIVED, List.of("run", "--role", name, "--config", config.toString())));
  }

  /** Does it, and starts again what it ended. */
  void suffer(RacePlan.Strike strike) {
    shouldLive();
    switch (strike) {
      case LOOKBACK_IS_KILLED -> kill(Role.LOOKBACK);
      case SCREENING_IS_KILLED -> kill(Role.SCREENING);
      case BOTH_ARE_KILLED_AND_LOSE_THEIR_DISKS -> {
        disks++;
        kill(Role.LOOKBACK, Role.SCREENING);
      }
      case LOOKBACK_GROWS_TO_THREE -> grow();
      case LOOKBACK_SHRINKS_TO_ONE -> shrink();
    }
  }

  private void kill(Role... roles) {
    for (Role role : roles) {
      running.get(role).kill();
    }
    for (Role role : roles) {
      start(role);
    }
  }

  /** The further instances live in this JVM, which costs no start of another; none is awaited. */
  private void grow() {
    Map<String, String> settings = new HashMap<>(SETTINGS);
    settings.put("weir.lookback.threads.count", "1");
    for (String name : List.of("second", "third")) {
      LookbackApp app = bed.lookback(name + "-disk-" + starts++, settings);
      app.start();
      further.add(app);
    }
  }

  private void shrink() {
    for (LookbackApp app : further) {
      await("a further instance runs")
          .atMost(LIMIT)
          .until(() -> app.health().state() == Health.State.RUNNING);
      assertThat(app.stop().how()).isEqualTo(Ending.How.STOPPED_AS_ASKED);
    }
    further.clear();
  }

  /** Fails when one has ended by itself. */
  void shouldLive() {
    running.forEach(
        (role, process) ->
            assertThat(process.isAlive()).as("%s runs: %s", role, process.log()).isTrue());
    further.forEach(app -> assertThat(app.ended()).as("a further instance").isNotDone());
  }

  @Override
  public void close() {
    running.values().forEach(WeirProcess::kill);
  }
}
