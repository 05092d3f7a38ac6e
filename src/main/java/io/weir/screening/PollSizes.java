package io.weir.screening;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;

/**
 * Tells the {@link Pace} whether a stream thread is behind: it is when its consumer hands it as
 * many records as it may, or a great many. Changes no record.
 */
public final class PollSizes implements ConsumerInterceptor<byte[], byte[]> {
  /** More would not come of large records: an answer of a partition has a mebibyte at most. */
  private static final int GREAT_MANY = 1_000;

  private Pace pace;
  private int most;

  /**
   * @throws ConfigException when the settings name no pace
   */
  @Override
  public void configure(Map<String, ?> settings) {
    if (!(settings.get(Pace.CONFIG) instanceof Pace given)) {
      throw new ConfigException(Pace.CONFIG, settings.get(Pace.CONFIG));
    }
    pace = given;
    int allowed =
        Integer.parseInt(String.valueOf(settings.get(ConsumerConfig.MAX_POLL_RECORDS_CONFIG)));
    most = Math.min(allowed, GREAT_MANY);
  }

  /** Called in the stream thread. */
  @Override
  public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
    pace.polled(records.count() >= most);
    return records;
  }

  @Override
  public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

  @Override
  public void close() {}
}
