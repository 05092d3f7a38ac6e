package io.weir.bundle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;

/** Makes one record of those of one topic that a poll brings from a partition. */
public final class Bundling implements ConsumerInterceptor<byte[], byte[]> {
  /** The client setting that names the topic. */
  public static final String TOPIC = "weir.bundled.topic";

  private String topic;

  /**
   * @throws ConfigException when the settings name no topic
   */
  @Override
  public void configure(Map<String, ?> settings) {
    if (!(settings.get(TOPIC) instanceof String given)) {
      throw new ConfigException(TOPIC, settings.get(TOPIC));
    }
    topic = given;
  }

  /** Positions stay what they are: those behind the last record of each partition. */
  @Override
  public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
    Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> bundled = new HashMap<>();
    for (TopicPartition partition : records.partitions()) {
      List<ConsumerRecord<byte[], byte[]>> polled = records.records(partition);
      bundled.put(partition, partition.topic().equals(topic) ? List.of(Bundle.of(polled)) : polled);
    }
    return new ConsumerRecords<>(bundled, records.nextOffsets());
  }

  @Override
  public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

  @Override
  public void close() {}
}
