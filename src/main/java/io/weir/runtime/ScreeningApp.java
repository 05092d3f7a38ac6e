package io.weir.runtime;

import static java.time.ZoneOffset.UTC;

import io.micrometer.core.instrument.MeterRegistry;
import io.weir.address.Chains;
import io.weir.avro.RegistryPatience;
import io.weir.avro.RegistrySerdes;
import io.weir.avro.RegistryUnavailable;
import io.weir.avro.RegistryWatch;
import io.weir.config.Topics;
import io.weir.config.WeirConfig;
import io.weir.domain.AgeLimits;
import io.weir.domain.Listing;
import io.weir.domain.Policy;
import io.weir.domain.SanctionedAddress;
import io.weir.screening.Helpers;
import io.weir.screening.ListIndex;
import io.weir.screening.ListMeters;
import io.weir.screening.ListUnusable;
import io.weir.screening.ManifestIndex;
import io.weir.screening.Pace;
import io.weir.screening.Screening;
import io.weir.screening.ScreeningMeters;
import io.weir.screening.ScreeningSettings;
import io.weir.screening.ScreeningTopics;
import io.weir.screening.ScreeningTopology;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The screening application: starts, is healthy or not, stops within a bound. */
public final class ScreeningApp implements AutoCloseable {
  /*
   * Life. start() returns once the list is whole and the stream threads run; it throws when the list
   * cannot be used. From then on the application ends in one of the ways of Ending, which awaitEnd()
   * hands to the caller: the caller, not a background thread, decides the exit code.
   *
   * Faults. A registry that stays away longer than a task may wait costs that stream thread, which
   * is replaced and asks again. A list that cannot be used, or anything nobody foresaw, stops the
   * client: transfers then wait in their topic, unscreened but not lost.
   */

  private static final Logger LOG = LoggerFactory.getLogger(ScreeningApp.class);

  /** Outlasts any outage; the global thread cannot be replaced. */
  private static final Duration FOREVER = Duration.ofDays(365);

  /** What Kafka Streams may take beyond its own bound before it counts as stuck. */
  private static final Duration CLOSE_GRACE = Duration.ofSeconds(2);

  public static final String ROLE = "screening";

  /** Folder of the list's rows, in the state folder; what lies there is of no use after a stop. */
  private static final String LIST_ROWS = "list-rows";

  private final KafkaStreams streams;
  private final Clock clock;
  private final Health health;
  private final ListIndex list;
  private final ListWatch listWatch;
  private final Pace pace;
  private final Helpers helpers;
  private final Topics topics;
  private final Duration closeTimeout;
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final RegistryWatch registryWatch = new RegistryWatch(this::registryAnswers);
  private final CompletableFuture<Ending> ending = new CompletableFuture<>();

  /**
   * @param limits how old the lists may grow
   */
  public ScreeningApp(
      WeirConfig config,
      Chains chains,
      Policy policy,
      AgeLimits limits,
      RegistrySerdes serdes,
      MeterRegistry meters,
      Health health,
      Clock clock) {
    this.health = health;
    this.clock = clock;
    this.topics = config.topics();
    this.closeTimeout = config.closeTimeout();
    Serde<SanctionedAddress> rows = serdes.sanctionedAddress();
    this.list =
        new ListIndex(
            config.stateDir().resolve(LIST_ROWS),
            bytes -> rows.deserializer().deserialize(topics.sanctionedAddresses(), bytes));
    ManifestIndex manifests = new ManifestIndex(limits, clock);
    this.listWatch = new ListWatch(manifests, health);
    if (config.toleratesStaleLists()) {
      health.tolerate(EnumSet.of(Health.Trouble.LIST_STALE, Health.Trouble.LIST_AGE_UNKNOWN));
    }
    ScreeningMeters counted = new ScreeningMeters(meters);
    counted.watch(list);
    this.pace = new Pace(config.alertCommitInterval(), clock);
    this.helpers =
        Helpers.of(
            config
                .helperThreads()
                .orElseGet(
                    () ->
                        Helpers.mostFor(
                            config.threads(), Runtime.getRuntime().availableProcessors())));
    Screening screening =
        new Screening(
            new ScreeningTopics(
                topics.transfers(),
                topics.sanctionedAddresses(),
                topics.listManifests(),
                topics.screenedTransfers(),
                topics.alerts(),
                topics.deadLetters()),
            new ScreeningSettings(
                config.writesScreenedTransfers(),
                config.outputMaxMessageBytes(),
                config.alertMaxBytes()),
            chains,
            policy,
            list,
            manifests,
            serdes,
            rows,
            patience(config.registryRetryMax()),
            pace,
            helpers,
            counted,
            new ListMeters(meters, manifests));
    Properties settings = StreamsSettings.screening(config, pace);
    this.streams =
        new KafkaStreams(
            ScreeningTopology.build(
                screening,
                patience(FOREVER),
                clock,
                new TopologyConfig(new StreamsConfig(settings))),
            settings);
    streams.setStateListener(this::changed);
    streams.setUncaughtExceptionHandler(this::failed);
  }

  private RegistryPatience patience(Duration limit) {
    return new RegistryPatience(limit, stopping::get, registryWatch);
  }

  private void registryAnswers(boolean answers) {
    if (health.note(Health.Trouble.REGISTRY_AWAY, !answers)) {
      if (answers) {
        LOG.info("The schema registry answers again");
      } else {
        LOG.warn("The schema registry does not answer; records wait until it does");
      }
    }
  }

  /**
   * Loads the list and begins to screen.
   *
   * @throws ListUnusable when the list is empty or holds a row whose key is no address key; the
   *     application is closed then
   */
  public void start() {
    startStreams();
    health.note(Health.Trouble.LIST_ROWS_UNREADABLE, list.unreadableCount() > 0);
    try {
      list.refuse(topics.sanctionedAddresses(), LocalDate.ofInstant(clock.instant(), UTC));
    } catch (ListUnusable e) {
      end(new Ending(Ending.How.LIST_UNUSABLE, String.valueOf(e.getMessage())));
      stop();
      throw e;
    }
    LOG.info(
        "The list is loaded addresses={} unreadable={} position={}",
        list.size(),
        list.unreadableCount(),
        list.position());
    listWatch.look();
  }

  private void startStreams() {
    boolean started = false;
    try {
      streams.start();
      started = true;
    } finally {
      if (!started) {
        failed("Screening could not start");
      }
    }
  }

  /** The list, as screening has it now. */
  public ListIndex list() {
    return list;
  }

  /** Whether screening goes by every listing of a row. */
  public boolean goesBy(SanctionedAddress row) {
    Set<String> held =
        list.listings(row.key()).stream().map(Listing::listingId).collect(Collectors.toSet());
    return row.listings().stream().map(Listing::listingId).allMatch(held::contains);
  }

  /** Whether transfers wait to be screened by this process. */
  public boolean isBehind() {
    return pace.isBehind();
  }

  /** How fresh the lists are. */
  ListWatch listWatch() {
    return listWatch;
  }

  public Health health() {
    // Rows come and go while running, and lists grow old; the indexes are the truth.
    health.note(Health.Trouble.LIST_ROWS_UNREADABLE, list.unreadableCount() > 0);
    listWatch.look();
    return health;
  }

  /** Completed when the application has ended. */
  public CompletableFuture<Ending> ended() {
    return ending.copy();
  }

  /** Waits until the application has ended. */
  public Ending awaitEnd() throws InterruptedException {
    try {
      return ending.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The ending is never completed with an exception", e);
    }
  }

  /**
   * Finishes the transfers that were begun and stops, within the configured bound. A second call
   * returns what the first did.
   */
  public Ending stop() {
    if (stopping.compareAndSet(false, true)) {
      health.become(Health.State.STOPPING);
      // In a thread of its own: Kafka Streams does not let go of close() while start() still waits.
      boolean inTime =
          CompletableFuture.supplyAsync(this::closeStreams)
              .exceptionally(this::notClosed)
              .completeOnTimeout(
                  false, closeTimeout.plus(CLOSE_GRACE).toMillis(), TimeUnit.MILLISECONDS)
              .join();
      helpers.close();
      end(
          inTime
              ? new Ending(Ending.How.STOPPED_AS_ASKED, "")
              : new Ending(
                  Ending.How.STOP_TIMED_OUT,
                  "Screening did not stop within "
                      + closeTimeout.toMillis()
                      + " ms; what was not committed will be screened again after the next start"));
    }
    return ending.join();
  }

  private boolean notClosed(Throwable failure) {
    LOG.error("Kafka Streams did not close", failure);
    return false;
  }

  private boolean closeStreams() {
    // Left behind, its place in the group would keep its partitions idle until it is missed.
    return streams.close(
        CloseOptions.timeout(closeTimeout)
            .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
  }

  @Override
  public void close() {
    stop();
  }

  private void end(Ending how) {
    health.become(
        how.how() == Ending.How.STOPPED_AS_ASKED ? Health.State.STOPPED : Health.State.FAILED);
    ending.complete(how);
  }

  private void changed(KafkaStreams.State now, KafkaStreams.State before) {
    switch (now) {
      case RUNNING -> health.become(Health.State.RUNNING);
      case REBALANCING -> health.become(Health.State.REBALANCING);
      case ERROR -> failed("Kafka Streams failed; the reason is in the log above");
      default -> LOG.debug("Kafka Streams went from {} to {}", before, now);
    }
  }

  private StreamThreadExceptionResponse failed(Throwable failure) {
    ListUnusable unusable = Causes.find(failure, ListUnusable.class);
    if (unusable != null) {
      end(new Ending(Ending.How.LIST_UNUSABLE, String.valueOf(unusable.getMessage())));
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    RegistryUnavailable away = Causes.find(failure, RegistryUnavailable.class);
    if (away != null && stopping.get()) {
      // It waited for the registry and was told to stop: the record is screened after the next
      // start.
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    if (away != null) {
      LOG.warn(
          "A stream thread gave up on the schema registry and is replaced: {}", away.getMessage());
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    LOG.error("Screening cannot go on", failure);
    failed("Screening cannot go on: " + Causes.root(failure));
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  /** Also reached without our handler, when the global thread dies; not while we stop ourselves. */
  private void failed(String message) {
    if (!stopping.get()) {
      end(new Ending(Ending.How.STREAM_FAILED, message));
    }
  }
}
