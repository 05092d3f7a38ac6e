package io.weir.lookback;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;

/**
 * Leaves the machine to screening when that is behind, in the same process: a look-back thread then
 * rests nine times as long as it works. Changes no record.
 */
public final class Yielding implements ConsumerInterceptor<byte[], byte[]> {
  /** The client setting that tells whether screening is behind, a {@link BooleanSupplier}. */
  public static final String CONFIG = "weir.screening.behind";

  private static final int RESTS_FOR_WORK = 9;

  /** Short against the time that a poll of Kafka Streams may take. */
  private static final long LONGEST_REST_NANOS = Duration.ofMillis(500).toNanos();

  private BooleanSupplier screeningIsBehind;
  private long rested;

  /**
   * @throws ConfigException when the settings do not say whom to ask
   */
  @Override
  public void configure(Map<String, ?> settings) {
    if (!(settings.get(CONFIG) instanceof BooleanSupplier given)) {
      throw new ConfigException(CONFIG, settings.get(CONFIG));
    }
    screeningIsBehind = given;
    rested = System.nanoTime();
  }

  /** Called in the stream thread, after it has dealt with the records of the poll before. */
  @Override
  public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
    if (screeningIsBehind.getAsBoolean()) {
      LockSupport.parkNanos(rest(System.nanoTime() - rested));
    }
    rested = System.nanoTime();
    return records;
  }

  static long rest(long workedNanos) {
    return Math.min(RESTS_FOR_WORK * workedNanos, LONGEST_REST_NANOS);
  }

  @Override
  public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

  @Override
  public void close() {}
}
