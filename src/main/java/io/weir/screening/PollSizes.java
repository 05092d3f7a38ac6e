package io.weir.screening;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;

/**
 * Tells the {@link AlertPace} whether a stream thread is behind: it is when its consumer hands it
 * as many records as it may. Changes no record.
 */
public final class PollSizes implements ConsumerInterceptor<byte[], byte[]> {
  private AlertPace pace;
  private int most;

  /**
   * @throws ConfigException when the settings name no pace
   */
  @Override
  public void configure(Map<String, ?> settings) {
    if (!(settings.get(AlertPace.CONFIG) instanceof AlertPace given)) {
      throw new ConfigException(AlertPace.CONFIG, settings.get(AlertPace.CONFIG));
    }
    pace = given;
    most = Integer.parseInt(String.valueOf(settings.get(ConsumerConfig.MAX_POLL_RECORDS_CONFIG)));
  }

  /** Called in the stream thread. */
  @Override
  public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
    pace.ofThisThread().polled(records.count() >= most);
    return records;
  }

  @Override
  public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

  @Override
  public void close() {}
}
