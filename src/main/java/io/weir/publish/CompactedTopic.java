package io.weir.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a compacted topic as a table: what was committed last for each key, from start to end. */
final class CompactedTopic {
  private static final Duration POLL = Duration.ofMillis(200);

  private final String topic;
  private final Map<String, Object> settings;
  private final Duration patience;

  CompactedTopic(String topic, ListTopics topics) {
    this.topic = topic;
    this.patience = topics.patience();
    this.settings = new HashMap<>(topics.consumer());
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
  }

  /**
   * The values by key, in the order of their last writing; an absent key counts as the empty text.
   *
   * @throws ListTopicMissing when there is no such topic
   * @throws ListTopicUnread when its end is not reached
   */
  Map<String, byte[]> read() {
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = partitions(consumer);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return read(consumer, consumer.endOffsets(partitions, patience));
    } catch (KafkaException e) {
      throw new ListTopicUnread(topic, e);
    }
  }

  private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
    List<PartitionInfo> infos = consumer.partitionsFor(topic, patience);
    if (infos == null || infos.isEmpty()) {
      throw new ListTopicMissing(topic);
    }
    return infos.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
  }

  private Map<String, byte[]> read(
      Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    Map<String, byte[]> rows = new LinkedHashMap<>();
    long lastProgress = System.nanoTime();
    long before = -1;
    while (!ends.entrySet().stream()
        .allMatch(end -> at(consumer, end.getKey()) >= end.getValue())) {
      consumer.poll(POLL).forEach(record -> apply(record, rows));
      // Counted by position: markers of transactions move it too, and are no records.
      long now = ends.keySet().stream().mapToLong(partition -> at(consumer, partition)).sum();
      if (now != before) {
        before = now;
        lastProgress = System.nanoTime();
      } else if (System.nanoTime() - lastProgress > patience.toNanos()) {
        throw new ListTopicUnread(
            "The topic "
                + topic
                + " was read up to offset "
                + now
                + " of "
                + ends.values().stream().mapToLong(end -> end).sum()
                + ", and then nothing came for "
                + patience.toSeconds()
                + " s. Are its brokers up, and may Weir read it?");
      }
    }
    return rows;
  }

  private long at(Consumer<byte[], byte[]> consumer, TopicPartition partition) {
    return consumer.position(partition, patience);
  }

  private static void apply(ConsumerRecord<byte[], byte[]> record, Map<String, byte[]> rows) {
    String key = record.key() == null ? "" : new String(record.key(), UTF_8);
    rows.remove(key);
    if (record.value() != null) {
      rows.put(key, record.value());
    }
  }
}
