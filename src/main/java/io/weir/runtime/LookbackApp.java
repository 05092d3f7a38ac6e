package io.weir.runtime;

import io.micrometer.core.instrument.MeterRegistry;
import io.weir.address.Chains;
import io.weir.avro.RegistryPatience;
import io.weir.avro.RegistrySerdes;
import io.weir.avro.RegistryUnavailable;
import io.weir.avro.RegistryWatch;
import io.weir.config.Topics;
import io.weir.config.WeirConfig;
import io.weir.domain.Policy;
import io.weir.lookback.ConsumerLog;
import io.weir.lookback.Lookback;
import io.weir.lookback.LookbackMeters;
import io.weir.lookback.LookbackSettings;
import io.weir.lookback.LookbackTopics;
import io.weir.lookback.LookbackTopology;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The look-back application: starts, is healthy or not, stops within a bound. */
public final class LookbackApp implements AutoCloseable {
  /*
   * Nobody waits for look-back: while it is away, transfers are screened and the list is loaded, and
   * when it comes back it goes on where it was. A fault that may pass costs a stream thread, which
   * is replaced. Anything else ends the application, which awaits an operator.
   */

  private static final Logger LOG = LoggerFactory.getLogger(LookbackApp.class);

  /** What Kafka Streams may take beyond its own bound before it counts as stuck. */
  private static final Duration CLOSE_GRACE = Duration.ofSeconds(2);

  public static final String ROLE = "lookback";

  private final KafkaStreams streams;
  private final LookbackMeters counted;
  private final Health health;
  private final Duration closeTimeout;
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final RegistryWatch registryWatch = new RegistryWatch(this::registryAnswers);
  private final CompletableFuture<Ending> ending = new CompletableFuture<>();

  /**
   * @param screeningIsBehind whether transfers wait for screening in this process; look-back rests
   *     then
   */
  public LookbackApp(
      WeirConfig config,
      Chains chains,
      Policy policy,
      RegistrySerdes serdes,
      MeterRegistry meters,
      Health health,
      BooleanSupplier screeningIsBehind,
      Clock clock) {
    this.health = health;
    this.closeTimeout = config.closeTimeout();
    this.counted = new LookbackMeters(meters);
    Topics topics = config.topics();
    Map<String, String> consumer = config.kafkaClient("consumer.");
    Lookback lookback =
        new Lookback(
            new LookbackTopics(
                topics.sanctionedAddresses(),
                topics.listingChanges(),
                topics.screenedTransfers(),
                topics.alerts(),
                topics.lookbackReports()),
            new LookbackSettings(
                config.lookbackSegmentRecords(),
                config.lookbackPageRecords(),
                config.lookbackPageTime(),
                config.lookbackPagePause(),
                config.alertMaxBytes(),
                config.alertCommitInterval()),
            chains,
            policy,
            serdes,
            new RegistryPatience(config.registryRetryMax(), stopping::get, registryWatch),
            () -> new ConsumerLog(consumer, config.applicationId(ROLE)),
            counted);
    Properties settings = StreamsSettings.lookback(config, screeningIsBehind);
    this.streams =
        new KafkaStreams(
            LookbackTopology.build(
                lookback, clock, new TopologyConfig(new StreamsConfig(settings))),
            settings);
    streams.setStateListener(this::changed);
    streams.setUncaughtExceptionHandler(this::failed);
  }

  private void registryAnswers(boolean answers) {
    if (health.note(Health.Trouble.REGISTRY_AWAY, !answers)) {
      LOG.warn("The schema registry {}", answers ? "answers again" : "does not answer");
    }
  }

  /** Begins to look back. */
  public void start() {
    streams.start();
  }

  public Health health() {
    return health;
  }

  /** Changes of the list, and questions, whose scan in this process is not done. */
  public long pendingScans() {
    return counted.pendingScans();
  }

  /** Completed when the application has ended. */
  public CompletableFuture<Ending> ended() {
    return ending.copy();
  }

  /** Stops within the configured bound. A second call returns what the first did. */
  public Ending stop() {
    if (stopping.compareAndSet(false, true)) {
      health.become(Health.State.STOPPING);
      boolean inTime =
          CompletableFuture.supplyAsync(this::closeStreams)
              .completeOnTimeout(
                  false, closeTimeout.plus(CLOSE_GRACE).toMillis(), TimeUnit.MILLISECONDS)
              .join();
      end(
          inTime
              ? new Ending(Ending.How.STOPPED_AS_ASKED, "")
              : new Ending(
                  Ending.How.STOP_TIMED_OUT,
                  "Look-back did not stop within "
                      + closeTimeout.toMillis()
                      + " ms; what was not committed is done again after the next start"));
    }
    return ending.join();
  }

  private boolean closeStreams() {
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
    boolean away =
        Causes.find(failure, RegistryUnavailable.class) != null
            || Causes.find(failure, RetriableException.class) != null;
    if (away && stopping.get()) {
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    if (away) {
      LOG.warn("A look-back thread is replaced: {}", Causes.root(failure).toString());
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    LOG.error("Look-back cannot go on", failure);
    failed("Look-back cannot go on: " + Causes.root(failure));
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  private void failed(String message) {
    if (!stopping.get()) {
      end(new Ending(Ending.How.STREAM_FAILED, message));
    }
  }
}
