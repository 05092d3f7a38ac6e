package io.weir.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
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
import org.jspecify.annotations.Nullable;

/** Reads a topic once, from its first committed record to its last. */
final class TopicScan {
  private static final Duration POLL = Duration.ofMillis(200);

  private final String topic;
  private final Map<String, Object> settings;
  private final Duration patience;
  private final ListProgress progress;

  TopicScan(String topic, ListTopics topics, ListProgress progress) {
    this.topic = topic;
    this.patience = topics.patience();
    this.progress = progress;
    this.settings = new HashMap<>(topics.consumer());
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
  }

  /** Takes one record. */
  @FunctionalInterface
  interface Handler {
    /**
     * Called once for each.
     *
     * @param key as text; an absent one is the empty text
     * @param value null when the key was withdrawn
     */
    void accept(String key, byte @Nullable [] value);
  }

  /**
   * Hands every record to the handler, in the order of the topic.
   *
   * @return the offset at which the committed records ended
   * @throws ListTopicMissing when there is no such topic
   * @throws ListTopicUnread when its end is not reached
   */
  long forEach(Handler handler) {
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = partitions(consumer);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, patience);
      read(consumer, ends, handler);
      return sum(ends);
    } catch (KafkaException e) {
      throw new ListTopicUnread(topic, e);
    }
  }

  /**
   * The offset at which the committed records end, without reading them.
   *
   * @throws ListTopicMissing when there is no such topic
   * @throws ListTopicUnread when its end is not told
   */
  long end() {
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = partitions(consumer);
      // Kafka's client warns of those that are not assigned.
      consumer.assign(partitions);
      return sum(consumer.endOffsets(partitions, patience));
    } catch (KafkaException e) {
      throw new ListTopicUnread(topic, e);
    }
  }

  private static long sum(Map<TopicPartition, Long> offsets) {
    return offsets.values().stream().mapToLong(offset -> offset).sum();
  }

  private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
    List<PartitionInfo> infos = consumer.partitionsFor(topic, patience);
    if (infos == null || infos.isEmpty()) {
      throw new ListTopicMissing(topic);
    }
    return infos.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
  }

  private void read(
      Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends, Handler handler) {
    long end = sum(ends);
    long lastProgress = System.nanoTime();
    long before = -1;
    try (ListProgress.Task task = progress.begin("Reading " + topic, end)) {
      while (!ends.entrySet().stream()
          .allMatch(each -> at(consumer, each.getKey()) >= each.getValue())) {
        consumer.poll(POLL).forEach(record -> accept(record, handler));
        // Counted by position: markers of transactions move it too, and are no records.
        long now = ends.keySet().stream().mapToLong(partition -> at(consumer, partition)).sum();
        task.reached(now);
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
                  + end
                  + ", and then nothing came for "
                  + patience.toSeconds()
                  + " s. Are its brokers up, and may Weir read it?");
        }
      }
    }
  }

  private long at(Consumer<byte[], byte[]> consumer, TopicPartition partition) {
    return consumer.position(partition, patience);
  }

  private static void accept(ConsumerRecord<byte[], byte[]> record, Handler handler) {
    handler.accept(record.key() == null ? "" : new String(record.key(), UTF_8), record.value());
  }
}
