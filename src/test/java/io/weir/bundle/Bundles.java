package io.weir.bundle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.test.TestRecord;

/** Bundles as a poll makes them, for Kafka's test driver. */
public final class Bundles {
  private Bundles() {}

  /** What a poll brought of one partition, as it comes to a topology. */
  public static TestRecord<byte[], byte[]> polled(
      List<ConsumerRecord<byte[], byte[]>> records, Instant at) {
    TopicPartition partition =
        new TopicPartition(records.get(0).topic(), records.get(0).partition());
    try (Bundling bundling = new Bundling()) {
      bundling.configure(Map.of(Bundling.TOPIC, partition.topic()));
      ConsumerRecord<byte[], byte[]> bundle =
          bundling
              .onConsume(new ConsumerRecords<>(Map.of(partition, records), Map.of()))
              .records(partition)
              .get(0);
      return new TestRecord<>(bundle.key(), bundle.value(), bundle.headers(), at);
    }
  }
}
