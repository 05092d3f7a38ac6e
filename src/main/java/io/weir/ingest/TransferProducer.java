package io.weir.ingest;

import io.weir.domain.Transfer;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The producer of the transfers topic: nothing lost, nothing twice, known within half a minute. */
public final class TransferProducer {
  /** What the operator may set otherwise. */
  private static final Map<String, Object> DEFAULTS =
      Map.of(
          ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4",
          ProducerConfig.LINGER_MS_CONFIG, 20,
          ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024,
          ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000,
          ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
          ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);

  private TransferProducer() {}

  /**
   * A producer that is idempotent and waits for all replicas.
   *
   * @param settings of Kafka's client
   * @param maxRecordBytes the largest record that the topic takes
   * @throws org.apache.kafka.common.KafkaException when the settings are wrong
   */
  public static Producer<String, Transfer> open(
      Map<String, ?> settings, Serializer<Transfer> values, int maxRecordBytes) {
    Map<String, Object> all = new HashMap<>(DEFAULTS);
    all.putAll(settings);
    all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    all.put(ProducerConfig.ACKS_CONFIG, "all");
    all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, maxRecordBytes);
    return new KafkaProducer<>(all, new StringSerializer(), values);
  }
}
