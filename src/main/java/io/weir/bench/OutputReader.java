package io.weir.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.avro.RegistrySerdes;
import io.weir.config.Topics;
import io.weir.config.WeirConfig;
import io.weir.domain.Alert;
import io.weir.domain.Hit;
import io.weir.domain.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads what a contestant has committed to its outputs, from beginning to end. */
final class OutputReader {
  /** The header's name is public API. */
  private static final String OUTCOME_HEADER = "weir-outcome";

  private static final Duration POLL = Duration.ofMillis(200);
  private static final byte[] NOTHING = new byte[0];

  private final WeirConfig config;
  private final Topics topics;
  private final boolean namesHits;
  private final Deserializer<Alert> alerts;
  private final Tally screened = new Tally();
  private final Tally alertKeys = new Tally();
  private final Tally hits = new Tally();
  private long clear;
  private long flagged;
  private long deadLetters;

  private OutputReader(WeirConfig config, boolean namesHits) {
    this.config = config;
    this.topics = config.topics();
    this.namesHits = namesHits;
    this.alerts =
        RegistrySerdes.at(config.schemaRegistryUrl(), config.registry()).alert().deserializer();
  }

  /**
   * What is on the outputs of this configuration; to be read when nobody writes.
   *
   * @param namesHits whether the alerts are Weir's
   */
  static Product.Found read(WeirConfig config, boolean namesHits) {
    OutputReader reader = new OutputReader(config, namesHits);
    reader.readAll();
    return new Product.Found(
        reader.screened.result(),
        reader.clear,
        reader.flagged,
        reader.alertKeys.result(),
        reader.hits.result(),
        reader.deadLetters);
  }

  private void readAll() {
    Map<String, Object> settings = new HashMap<>(config.kafkaClient("consumer."));
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(partitions(consumer));
      Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(this::count);
      }
    }
  }

  private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
    List<TopicPartition> all = new ArrayList<>();
    List<String> names = List.of(topics.screenedTransfers(), topics.alerts(), topics.deadLetters());
    consumer
        .listTopics()
        .forEach(
            (name, partitions) -> {
              if (names.contains(name)) {
                partitions.forEach(part -> all.add(new TopicPartition(name, part.partition())));
              }
            });
    return all;
  }

  private void count(ConsumerRecord<byte[], byte[]> record) {
    byte[] key = Objects.requireNonNullElse(record.key(), NOTHING);
    byte[] value = Objects.requireNonNullElse(record.value(), NOTHING);
    if (record.topic().equals(topics.screenedTransfers())) {
      screened.add(key, value);
      clear += has(record, Outcome.CLEAR) ? 1 : 0;
      flagged += has(record, Outcome.FLAGGED) ? 1 : 0;
    } else if (record.topic().equals(topics.alerts())) {
      alertKeys.add(key);
      if (namesHits) {
        for (Hit hit : alerts.deserialize(record.topic(), value).hits()) {
          hits.add(hit.hitId().getBytes(UTF_8));
        }
      }
    } else {
      deadLetters++;
    }
  }

  private static boolean has(ConsumerRecord<byte[], byte[]> record, Outcome outcome) {
    Header header = record.headers().lastHeader(OUTCOME_HEADER);
    return header != null && outcome.name().equals(new String(header.value(), UTF_8));
  }
}
