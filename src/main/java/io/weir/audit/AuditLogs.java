package io.weir.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Plain consumers of committed records, of no group, that commit nothing. */
final class AuditLogs {
  private static final int FETCH_WAIT_MS = 50;

  private final Map<String, Object> settings;
  private final Duration patience;
  private final AuditProgress progress;

  AuditLogs(Map<String, Object> client, Duration patience, AuditProgress progress) {
    this.patience = patience;
    this.progress = progress;
    this.settings = new HashMap<>(client);
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    // A consumer that is closed waits for its last request, and there is a consumer a partition.
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MS);
    // Retention may take the oldest away while it is being read.
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
  }

  Duration patience() {
    return patience;
  }

  KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /**
   * How many partitions a topic has.
   *
   * @throws AuditTopicMissing when there is no such topic
   */
  int partitions(String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<PartitionInfo> infos = asked(topic, () -> consumer.partitionsFor(topic, patience));
      if (infos == null || infos.isEmpty()) {
        throw new AuditTopicMissing(
            "The topic " + topic + " does not exist. To create it, run: weir topics create");
      }
      return infos.size();
    }
  }

  /**
   * Makes sure that there is a topic.
   *
   * @throws AuditTopicMissing when there is none
   */
  void require(String topic) {
    int unused = partitions(topic);
  }

  /** One that may be asked about a partition: Kafka's client warns when it is not assigned. */
  private KafkaConsumer<byte[], byte[]> consumer(TopicPartition partition) {
    KafkaConsumer<byte[], byte[]> consumer = consumer();
    consumer.assign(List.of(partition));
    return consumer;
  }

  /** Where a partition begins: retention has removed what was before. */
  long begin(TopicPartition partition) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(partition)) {
      return asked(
          partition.topic(),
          () -> consumer.beginningOffsets(List.of(partition), patience).get(partition));
    }
  }

  /** Where the committed records of a partition end. */
  long end(TopicPartition partition) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(partition)) {
      return asked(
          partition.topic(),
          () -> consumer.endOffsets(List.of(partition), patience).get(partition));
    }
  }

  /** The first record with this timestamp or a later one; empty when there is none. */
  Optional<Long> at(TopicPartition partition, Instant moment) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(partition)) {
      OffsetAndTimestamp found =
          asked(
              partition.topic(),
              () ->
                  consumer
                      .offsetsForTimes(Map.of(partition, moment.toEpochMilli()), patience)
                      .get(partition));
      return Optional.ofNullable(found).map(OffsetAndTimestamp::offset);
    }
  }

  /** Reads a partition from one offset up to another. */
  LogReader read(TopicPartition partition, long from, long to) {
    return new LogReader(this, progress, partition, from, to);
  }

  /** Reads a partition whole, as far as it is committed now. */
  LogReader read(TopicPartition partition) {
    return read(partition, begin(partition), end(partition));
  }

  /** Reads a partition from one offset on, and waits for what is still to come. */
  LogReader follow(TopicPartition partition, long from) {
    return read(partition, from, LogReader.FOLLOW);
  }

  private static <T> T asked(String topic, Supplier<T> question) {
    try {
      return question.get();
    } catch (KafkaException e) {
      throw new AuditImpossible("Kafka does not tell about " + topic + ": " + e.getMessage(), e);
    }
  }
}
