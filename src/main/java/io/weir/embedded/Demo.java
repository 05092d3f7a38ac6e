package io.weir.embedded;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.avro.RegistrySerdes;
import io.weir.config.WeirConfig;
import io.weir.domain.Alert;
import io.weir.publish.DemoList;
import io.weir.publish.ListPublisher;
import io.weir.publish.ListTopics;
import io.weir.runtime.Brokers;
import io.weir.runtime.ClusterTopics;
import io.weir.runtime.Defaults;
import io.weir.runtime.Ending;
import io.weir.runtime.Health;
import io.weir.runtime.LookbackApp;
import io.weir.runtime.Registry;
import io.weir.runtime.ScreeningApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Everything in one process: a broker and a registry on loopback ports, the topics, a list of real
 * designations, screening and look-back, ready for traffic.
 */
public final class Demo implements AutoCloseable {
  /** Enough to show that order holds per partition alone, few enough to start quickly. */
  private static final int PARTITIONS = 4;

  /** A place in the group may have to become free, on a machine that is busy. */
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private static final long WAIT_MILLIS = 100;

  /**
   * What a demo is started with.
   *
   * @param dataDir holds everything; a later start goes on with it
   * @param brokerPort 0 for any free one
   * @param registryPort 0 for any free one
   * @param designates whether an entry of the list is left for later, unless it is in force already
   */
  public record Settings(Path dataDir, int brokerPort, int registryPort, boolean designates) {}

  /** Is told what a start does. */
  public interface Steps {
    void begins(String what);

    void ends();
  }

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Steps steps;
  private final Clock clock;

  private final EmbeddedKafka kafka;
  private final WeirConfig config;
  private final RegistrySerdes serdes;
  private final DemoList.Loaded list;
  private final TopicPositions positions;
  private final LookbackApp lookback;
  private final ScreeningApp app;

  private Demo(Settings settings, Steps steps, Clock clock) {
    this.steps = steps;
    this.clock = clock;
    boolean started = false;
    try {
      kafka = step("Starting a Kafka broker and a schema registry", () -> kafka(settings));
      config = DemoConfig.of(kafka, settings.dataDir());
      serdes = Registry.connectForLookback(config);
      positions = step("Creating topics", this::topics);
      list = step("Loading the list", () -> loadedList(settings.designates()));
      app = screening();
      lookback = lookback();
      step("Starting to screen", this::screen);
      started = true;
    } finally {
      if (!started) {
        close();
      }
    }
  }

  /**
   * Starts everything; returns once transfers are screened.
   *
   * @throws EmbeddedFailure when a part cannot start; then nothing runs
   */
  public static Demo start(Settings settings, Steps steps, Clock clock) {
    return new Demo(settings, steps, clock);
  }

  private <T> T step(String what, Supplier<T> work) {
    steps.begins(what);
    T made = work.get();
    steps.ends();
    return made;
  }

  private EmbeddedKafka kafka(Settings settings) {
    EmbeddedKafka started =
        EmbeddedKafka.start(settings.dataDir(), settings.brokerPort(), settings.registryPort());
    parts.push(started);
    return started;
  }

  private TopicPositions topics() {
    try (Brokers brokers = Brokers.connect(config)) {
      new ClusterTopics(brokers, config).create(OptionalInt.of(PARTITIONS));
      return TopicPositions.read(brokers, config);
    }
  }

  private DemoList.Loaded loadedList(boolean designates) {
    try (ListPublisher publisher = publisher()) {
      return designates ? DemoList.loadWithoutLate(publisher) : DemoList.load(publisher);
    }
  }

  private ListPublisher publisher() {
    ListTopics topics =
        new ListTopics(
            Map.copyOf(config.kafkaClient("consumer.")),
            Map.copyOf(config.kafkaClient("producer.")),
            serdes,
            config.topics().sanctionedAddresses(),
            config.topics().listManifests(),
            config.topics().listingHistory(),
            config.environment(),
            config.startTimeout());
    return ListPublisher.open(topics, clock);
  }

  private ScreeningApp screening() {
    try {
      ScreeningApp made =
          new ScreeningApp(
              config,
              Defaults.chains(Optional.empty()),
              Defaults.policy(Optional.empty()),
              Defaults.ageLimits(config),
              serdes,
              new SimpleMeterRegistry(),
              new Health(),
              clock);
      parts.push(made);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts while screening does; nobody waits for it before something is designated. */
  private LookbackApp lookback() {
    try {
      LookbackApp started =
          new LookbackApp(
              config,
              Defaults.chains(Optional.empty()),
              Defaults.policy(Optional.empty()),
              serdes,
              new SimpleMeterRegistry(),
              new Health(),
              app::isBehind,
              clock);
      parts.push(started);
      started.start();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Health.State screen() {
    try {
      app.start();
      return app.health()
          .await(
              EnumSet.of(Health.State.RUNNING, Health.State.FAILED, Health.State.STOPPED),
              START_LIMIT);
    } catch (TimeoutException e) {
      throw new EmbeddedFailure("Screening did not start: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedFailure("Interrupted while screening was starting.", e);
    }
  }

  /** The address for {@code --bootstrap}. */
  public String bootstrapServers() {
    return kafka.bootstrapServers();
  }

  /** The address for {@code --registry}. */
  public String registryUrl() {
    return kafka.registryUrl();
  }

  /** The configuration that screening runs with. */
  public WeirConfig config() {
    return config;
  }

  /** The list as it was loaded. */
  public DemoList.Loaded list() {
    return list;
  }

  /** What is left of the list for later; empty when nothing is. */
  public Optional<Designation> designation() {
    return list.late().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Designation(list.late(), this::publisher, app::goesBy, lookback.health()));
  }

  /** Whether screening and look-back are worth waiting for. */
  public boolean isLive() {
    return app.health().isLive() && lookback.health().isLive() && kafka.broker().fault().isEmpty();
  }

  /**
   * Waits until what is on the topics is screened and looked back at, and stops both.
   *
   * @throws EmbeddedFailure when nothing goes on any more
   */
  public void finish() throws InterruptedException {
    try (Brokers brokers = Brokers.connect(config)) {
      long left = Long.MAX_VALUE;
      long progress = System.nanoTime();
      while (left > 0) {
        // It knows of its scans once it runs.
        boolean runs = lookback.health().state() == Health.State.RUNNING;
        long now = Backlog.records(brokers, config) + (runs ? lookback.pendingScans() : 1);
        if (now < left) {
          left = now;
          progress = System.nanoTime();
        }
        if (!isLive() || System.nanoTime() - progress > START_LIMIT.toNanos()) {
          throw new EmbeddedFailure("What was left is not finished: " + left + " to go.", null);
        }
        TimeUnit.MILLISECONDS.sleep(WAIT_MILLIS);
      }
    }
    Ending unused = app.stop();
    unused = lookback.stop();
  }

  /** Traffic for this run, planned for this rate. */
  public SampleTraffic traffic(long seed, int rate, OptionalLong transfers) {
    SamplePlan plan =
        rate > 0 ? SamplePlan.atRate(seed, rate) : SamplePlan.atFullSpeed(seed, transfers);
    return new SampleTraffic(
        seed,
        positions.transfersEver(),
        plan,
        list.rows(),
        DesignationPlan.of(rate, transfers),
        list.late());
  }

  /** Counts what this run screens; closed with the demo. */
  public TopicTally tally(Consumer<Alert> alerts) {
    Deserializer<Alert> deserializer = serdes.alert().deserializer();
    String topic = config.topics().alerts();
    TopicTally tally =
        TopicTally.start(
            config, positions.from(), bytes -> deserializer.deserialize(topic, bytes), alerts);
    parts.push(tally);
    return tally;
  }

  /** A pump of this traffic; closed with the demo. */
  public SamplePump pump(SampleTraffic traffic) {
    SamplePump pump = SamplePump.open(config, serdes, traffic, clock);
    parts.push(pump);
    return pump;
  }

  /** Stops everything, last started first, within a bounded time. */
  @Override
  public void close() {
    RuntimeException first = null;
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (RuntimeException e) {
        first = first == null ? e : first;
      } catch (Exception e) {
        throw new IllegalStateException("No part throws a checked exception", e);
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
