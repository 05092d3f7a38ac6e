package io.weir.runtime;

import io.weir.bundle.Bundling;
import io.weir.config.ClientDefault;
import io.weir.config.WeirConfig;
import io.weir.lookback.Yielding;
import io.weir.screening.Pace;
import io.weir.screening.PollSizes;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The Kafka Streams settings of a configuration: the operator's, and on top of them Weir's own. */
public final class StreamsSettings {
  /** Room in a request for a record of the largest size and its framing. */
  private static final int REQUEST_OVERHEAD_BYTES = 64 * 1024;

  private static final String INTERCEPTORS = ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG;

  /**
   * Nobody waits for look-back's commits but readers of alerts and of changes, which ask for one.
   * Measured: with Kafka's tenth of a second, commits took the broker longer than to hand over the
   * transfers that were indexed.
   */
  private static final int LOOKBACK_COMMIT_MS = 1_000;

  /** Of a partition, before its consumer pauses; each is what a poll brought. */
  private static final int BUNDLES_WAITING = 1;

  private StreamsSettings() {}

  /**
   * The settings of one application.
   *
   * @param role by which {@link WeirConfig#applicationId} names it
   */
  public static Properties of(WeirConfig config, String role) {
    return of(config, role, config.threads());
  }

  /**
   * The settings of screening.
   *
   * @param pace that learns from each poll whether its thread is behind
   */
  static Properties screening(WeirConfig config, Pace pace) {
    Properties settings = of(config, ScreeningApp.ROLE);
    settings.put(StreamsConfig.mainConsumerPrefix(Pace.CONFIG), pace);
    intercept(settings, PollSizes.class);
    bundle(settings, config.topics().transfers());
    return settings;
  }

  /**
   * The settings of look-back.
   *
   * @param screeningIsBehind whether transfers wait for screening in this process
   */
  static Properties lookback(WeirConfig config, BooleanSupplier screeningIsBehind) {
    Properties settings = of(config, LookbackApp.ROLE, config.lookbackThreads());
    settings.putIfAbsent(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, LOOKBACK_COMMIT_MS);
    // A thread that waits for records goes on with no scan.
    settings.putIfAbsent(StreamsConfig.POLL_MS_CONFIG, config.lookbackPagePause().toMillis());
    // It is right in whatever order changes and transfers come to a task, so none waits for one of
    // its inputs. Measured: to ask for that before each transfer was 28 % of a look-back thread.
    settings.putIfAbsent(
        StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
    settings.put(StreamsConfig.mainConsumerPrefix(Yielding.CONFIG), screeningIsBehind);
    intercept(settings, Yielding.class);
    bundle(settings, config.topics().screenedTransfers());
    return settings;
  }

  private static Properties of(WeirConfig config, String role, int threads) {
    Properties settings = new Properties();
    settings.putAll(config.kafka());
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId(role));
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDir().toString());
    settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) config.replicationFactor());
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    // Asks our handlers, which stay on "fail", for the global thread as well.
    settings.put("processing.exception.handler.global.enabled", true);
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        config.outputMaxMessageBytes() + REQUEST_OVERHEAD_BYTES);
    ClientDefault.ALL.forEach(shipped -> shipped.applyTo(settings));
    return settings;
  }

  /** What a poll brings of this topic comes to a task as one record for each partition. */
  private static void bundle(Properties settings, String topic) {
    settings.put(StreamsConfig.mainConsumerPrefix(Bundling.TOPIC), topic);
    settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, BUNDLES_WAITING);
    intercept(settings, Bundling.class);
  }

  /** Puts ours behind the operator's, as Kafka takes them: names with commas between. */
  private static void intercept(
      Properties settings, Class<? extends ConsumerInterceptor<byte[], byte[]>> interceptor) {
    String place = StreamsConfig.mainConsumerPrefix(INTERCEPTORS);
    Optional<String> theirs =
        firstOf(settings, place, StreamsConfig.consumerPrefix(INTERCEPTORS), INTERCEPTORS);
    String ours = interceptor.getName();
    settings.put(place, theirs.map(names -> names + "," + ours).orElse(ours));
  }

  private static Optional<String> firstOf(Properties settings, String... keys) {
    return Arrays.stream(keys)
        .map(settings::get)
        .filter(Objects::nonNull)
        .map(String::valueOf)
        .filter(names -> !names.isBlank())
        .findFirst();
  }
}
