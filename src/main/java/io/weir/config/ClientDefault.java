package io.weir.config;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * A setting of Kafka's clients for which Weir ships another value than Kafka.
 *
 * @param client prefix of the kind of client it is for
 * @param key Kafka's
 * @param why for whoever thinks of another
 */
public record ClientDefault(String client, String key, Object value, String why) {
  public static final String PRODUCER = "producer.";
  public static final String CONSUMER = "consumer.";

  /** All of them; those of producers hold for the applications, those of consumers for all. */
  public static final List<ClientDefault> ALL =
      List.of(
          new ClientDefault(
              PRODUCER,
              ProducerConfig.BATCH_SIZE_CONFIG,
              256 * 1024,
              "in Kafka's 16 KiB there is room for some forty transfers, and the broker works on"
                  + " each batch by itself; a batch that is not full waits no longer for being"
                  + " larger"),
          new ClientDefault(
              PRODUCER,
              ProducerConfig.COMPRESSION_TYPE_CONFIG,
              "lz4",
              "the broker has less to check, to write and to keep;"
                  + " every Kafka client reads it"),
          new ClientDefault(
              PRODUCER,
              ProducerConfig.RETRY_BACKOFF_MS_CONFIG,
              10,
              "a commit soon after another finds the broker still at the one before and is tried"
                  + " again after this time; an alert waits for it, with Kafka's value a tenth of"
                  + " a second"),
          new ClientDefault(
              CONSUMER,
              ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
              2_000,
              "what a poll brings of a partition is looked at together, and the more that is, the"
                  + " less each costs; Kafka Streams takes 1,000, all other clients 500"),
          new ClientDefault(
              CONSUMER,
              ConsumerConfig.RECEIVE_BUFFER_CONFIG,
              -1,
              "with Kafka's 64 KiB the broker has to stop and wait again and again while a large"
                  + " answer is on its way; the operating system finds a size by itself"));

  /** Sets it for the application, unless the operator has: for this client, or for all. */
  public void applyTo(Properties settings) {
    if (!settings.containsKey(key)) {
      settings.putIfAbsent(client + key, value);
    }
  }

  /** Sets it for one consumer, unless the operator has. */
  static void applyToConsumer(Map<String, String> settings) {
    ALL.stream()
        .filter(shipped -> shipped.client.equals(CONSUMER))
        .forEach(shipped -> settings.putIfAbsent(shipped.key, String.valueOf(shipped.value)));
  }
}
