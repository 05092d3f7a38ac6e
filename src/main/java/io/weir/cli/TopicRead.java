package io.weir.cli;

import io.weir.config.WeirConfig;
import io.weir.runtime.Brokers;
import io.weir.runtime.ClusterTopics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what is committed on a topic, in no group and without committing offsets. */
final class TopicRead implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final Duration patience;
  private final String topic;

  private TopicRead(WeirConfig config, String topic, int count) {
    Map<String, Object> settings = new HashMap<>(config.kafkaClient("consumer."));
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
    // Retention may take the oldest away while it is being read.
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    this.topic = topic;
    this.patience = config.startTimeout();
    this.partitions =
        IntStream.range(0, count).mapToObj(number -> new TopicPartition(topic, number)).toList();
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /**
   * Begins at the oldest record.
   *
   * @throws CommandFailed when there is no such topic
   */
  static TopicRead open(WeirConfig config, String topic) {
    try (Brokers brokers = Brokers.connect(config)) {
      var found = new ClusterTopics(brokers, config).read().get(topic);
      if (found == null) {
        throw new CommandFailed(
            ExitCode.TOPICS,
            "Topic " + topic + " is missing. To create it, run: weir topics create");
      }
      return new TopicRead(config, topic, found.partitions());
    }
  }

  /**
   * Hands on what has been committed by now and was not handed on before, each partition in its
   * order.
   *
   * @throws CommandFailed when the brokers stop answering
   */
  void toEnd(Consumer<ConsumerRecord<byte[], byte[]>> records) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    long lastProgress = System.nanoTime();
    while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
      var batch = consumer.poll(POLL);
      batch.forEach(records);
      if (!batch.isEmpty()) {
        lastProgress = System.nanoTime();
      } else if (System.nanoTime() - lastProgress > patience.toNanos()) {
        throw new CommandFailed(
            ExitCode.UNREACHABLE,
            "Topic " + topic + " could not be read to its end: its brokers do not answer.");
      }
    }
  }

  int partitions() {
    return partitions.size();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
