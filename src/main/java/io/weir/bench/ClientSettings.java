package io.weir.bench;

import io.weir.config.ClientDefault;
import io.weir.config.WeirConfig;
import io.weir.runtime.StreamsSettings;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** How the clients of all Kafka Streams applications are set, for whoever compares with his own. */
final class ClientSettings {
  private static final String ANY = "";

  private ClientSettings() {}

  /**
   * The settings of {@link ClientDefault} and {@code linger.ms}, as the producer and the main
   * consumer get them.
   */
  static Map<String, String> of(WeirConfig config) {
    StreamsConfig settings = new StreamsConfig(StreamsSettings.of(config, ANY));
    Map<String, Object> producer = settings.getProducerConfigs(ANY);
    Map<String, Object> consumer = settings.getMainConsumerConfigs(ANY, ANY, 0);
    Map<String, String> found = new TreeMap<>();
    for (ClientDefault shipped : ClientDefault.ALL) {
      boolean produces = shipped.client().equals(ClientDefault.PRODUCER);
      put(found, shipped.client(), shipped.key(), produces ? producer : consumer);
    }
    put(found, ClientDefault.PRODUCER, ProducerConfig.LINGER_MS_CONFIG, producer);
    return found;
  }

  private static void put(
      Map<String, String> found, String client, String key, Map<String, Object> effective) {
    found.put(client + key, String.valueOf(effective.get(key)));
  }
}
