package io.weir.it;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what is committed on a topic, each record once, as it comes. */
final class TopicTail implements AutoCloseable {
  private final String topic;
  private final Admin admin;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> behindLast = new HashMap<>();

  TopicTail(String bootstrap, Admin admin, String topic) {
    this.topic = topic;
    this.admin = admin;
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList());
    consumer.assignment().forEach(partition -> behindLast.put(partition, 0L));
  }

  /**
   * What has come since the last call. What is written by now is waited for until its transactions
   * have ended.
   */
  List<ConsumerRecord<byte[], byte[]>> more() {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    Map<TopicPartition, Long> ends = ends();
    await("everything on " + topic + " is committed or aborted")
        .atMost(RaceWatch.LIMIT)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(
            () -> {
              boolean there =
                  ends.keySet().stream()
                      .allMatch(partition -> consumer.position(partition) >= ends.get(partition));
              if (!there) {
                consumer.poll(Duration.ofMillis(20)).forEach(records::add);
              }
              return there;
            });
    records.forEach(
        record ->
            behindLast.put(new TopicPartition(topic, record.partition()), record.offset() + 1));
    return records;
  }

  /** For each partition the offset behind the last record that was read. */
  Map<TopicPartition, Long> behindLast() {
    return Map.copyOf(behindLast);
  }

  private Map<TopicPartition, Long> ends() {
    try {
      return admin
          .listOffsets(
              consumer.assignment().stream()
                  .collect(Collectors.toMap(one -> one, unused -> OffsetSpec.latest())))
          .all()
          .get()
          .entrySet()
          .stream()
          .collect(Collectors.toMap(Map.Entry::getKey, TopicTail::offset));
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("The broker does not tell where " + topic + " ends", e);
    }
  }

  private static long offset(Map.Entry<TopicPartition, ListOffsetsResultInfo> end) {
    return end.getValue().offset();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
