package io.weir.bench;

import io.weir.address.AddressKey;
import io.weir.avro.RegistrySerdes;
import io.weir.config.WeirConfig;
import io.weir.domain.Alert;
import io.weir.domain.AlertKind;
import io.weir.domain.Hit;
import io.weir.domain.LookbackReport;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads what look-back has committed, from when it is made, and notes when each thing is there. */
final class ListingEars implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Deserializer<Alert> alerts;
  private final Deserializer<LookbackReport> reports;
  private final String alertsTopic;
  private final int partitions;

  /**
   * @param partitions of the past; each reports once about a listing
   */
  ListingEars(WeirConfig config, RegistrySerdes serdes, int partitions) {
    this.alerts = serdes.alert().deserializer();
    this.reports = serdes.lookbackReport().deserializer();
    this.alertsTopic = config.topics().alerts();
    this.partitions = partitions;
    Map<String, Object> settings = new HashMap<>(config.kafkaClient("consumer."));
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> all =
        Stream.of(alertsTopic, config.topics().lookbackReports())
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    consumer.assign(all);
    consumer.seekToEnd(all);
    // Asks for the ends now: what comes from here on is heard.
    all.forEach(consumer::position);
  }

  /**
   * Waits until all alerts of a listing are there, and the reports of all partitions.
   *
   * @param hits the ids of the hits that must be raised
   * @param published when the listing was, by {@link System#nanoTime()}
   * @throws BenchFailure when something else comes, or twice, or not at all
   */
  LateListing await(AddressKey key, Collection<String> hits, long published) {
    Set<String> missing = new HashSet<>(hits);
    Set<Integer> reported = new HashSet<>();
    LateListing.Counter counter = new LateListing.Counter(published);
    long deadline = published + PATIENCE.toNanos();
    while (!missing.isEmpty() || reported.size() < partitions) {
      var records = consumer.poll(POLL);
      long now = System.nanoTime();
      for (ConsumerRecord<byte[], byte[]> record : records) {
        if (record.topic().equals(alertsTopic)) {
          raised(alerts.deserialize(record.topic(), record.value()), missing);
          counter.alert(now);
        } else {
          LookbackReport report = reports.deserialize(record.topic(), record.value());
          if (report.key().equals(key) && report.state() == LookbackReport.State.FINISHED) {
            reported.add(report.range().partition());
            counter.report(report.work(), now);
          }
        }
      }
      if (now > deadline) {
        throw new BenchFailure(
            Format.text(
                "After %d s %d hits and the reports of %d partitions have not come.",
                PATIENCE.toSeconds(), missing.size(), partitions - reported.size()));
      }
    }
    return counter.result();
  }

  private static void raised(Alert alert, Set<String> missing) {
    for (Hit hit : alert.hits()) {
      if (alert.kind() != AlertKind.LOOKBACK || !missing.remove(hit.hitId())) {
        throw new BenchFailure(
            "An alert of kind " + alert.kind() + " that must not be there: " + alert.alertId());
      }
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
