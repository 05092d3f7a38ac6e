package io.weir.config;

import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * A setting of the applications' producers for which Weir ships another value than Kafka.
 *
 * @param key Kafka's
 * @param why for whoever thinks of another
 */
public record ProducerDefault(String key, Object value, String why) {
  /** All of them. */
  public static final List<ProducerDefault> ALL =
      List.of(
          new ProducerDefault(
              ProducerConfig.BATCH_SIZE_CONFIG,
              256 * 1024,
              "in Kafka's 16 KiB there is room for some forty transfers, and the broker works on"
                  + " each batch by itself; a batch that is not full waits no longer for being"
                  + " larger"),
          new ProducerDefault(
              ProducerConfig.COMPRESSION_TYPE_CONFIG,
              "lz4",
              "the broker has less to check, to write and to keep;"
                  + " every Kafka client reads it"));

  /** Sets it, unless the operator has: for producers, or for all clients. */
  public void applyTo(Properties settings) {
    if (!settings.containsKey(key)) {
      settings.putIfAbsent(StreamsConfig.producerPrefix(key), value);
    }
  }
}
