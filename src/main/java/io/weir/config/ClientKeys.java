package io.weir.config;

import io.confluent.kafka.serializers.AbstractKafkaSchemaSerDeConfig;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;

/** What Kafka's and the registry's clients themselves declare about their keys. */
final class ClientKeys {
  /* How Kafka Streams addresses one of its inner clients; the longest first. */
  private static final List<String> INNER_CLIENTS =
      List.of(
          StreamsConfig.GLOBAL_CONSUMER_PREFIX,
          StreamsConfig.MAIN_CONSUMER_PREFIX,
          StreamsConfig.RESTORE_CONSUMER_PREFIX,
          StreamsConfig.CONSUMER_PREFIX,
          StreamsConfig.PRODUCER_PREFIX,
          StreamsConfig.ADMIN_CLIENT_PREFIX);

  private static final List<ConfigDef> KAFKA =
      List.of(
          StreamsConfig.configDef(),
          ConsumerConfig.configDef(),
          ProducerConfig.configDef(),
          AdminClientConfig.configDef());

  private static final Set<String> NAMES =
      KAFKA.stream().flatMap(def -> def.names().stream()).collect(Collectors.toUnmodifiableSet());

  private static final Set<String> PASSWORDS =
      Stream.concat(KAFKA.stream(), Stream.of(AbstractKafkaSchemaSerDeConfig.baseConfigDef()))
          .flatMap(def -> def.configKeys().values().stream())
          .filter(key -> key.type == ConfigDef.Type.PASSWORD)
          .map(key -> key.name)
          .collect(Collectors.toUnmodifiableSet());

  private ClientKeys() {}

  /** Whether a client of Kafka 4.3 declares the key, also behind an inner client's prefix. */
  static boolean isKnown(String key) {
    return NAMES.contains(withoutInnerClient(key)) || key.startsWith(StreamsConfig.TOPIC_PREFIX);
  }

  /** Whether a client takes the key for a password, behind any prefix. */
  static boolean isPassword(String key) {
    Predicate<String> named = name -> key.equals(name) || key.endsWith("." + name);
    return PASSWORDS.stream().anyMatch(named);
  }

  /**
   * Why no client of Kafka takes the value, in Kafka's words, which may quote it; empty when one
   * does, and for keys that none declares. Whether a class can be loaded is not asked, nor what a
   * configuration provider of Kafka's will put in place of <code>${…}</code>.
   */
  static Optional<String> refusal(String key, String value) {
    if (value.contains("${")) {
      return Optional.empty();
    }
    String name = withoutInnerClient(key);
    List<ConfigDef.ConfigKey> declared =
        KAFKA.stream().map(def -> def.configKeys().get(name)).filter(Objects::nonNull).toList();
    List<String> refusals = declared.stream().flatMap(one -> refusal(one, value).stream()).toList();
    return refusals.isEmpty() || refusals.size() < declared.size()
        ? Optional.empty()
        : Optional.of(refusals.get(0));
  }

  private static Optional<String> refusal(ConfigDef.ConfigKey key, String value) {
    if (key.type == ConfigDef.Type.CLASS) {
      return Optional.empty();
    }
    try {
      Object parsed = ConfigDef.parseType(key.name, value, key.type);
      if (key.validator != null) {
        key.validator.ensureValid(key.name, parsed);
      }
      return Optional.empty();
    } catch (ConfigException refused) {
      return Optional.of(refused.getMessage());
    }
  }

  static String withoutInnerClient(String key) {
    return INNER_CLIENTS.stream()
        .filter(key::startsWith)
        .findFirst()
        .map(prefix -> key.substring(prefix.length()))
        .orElse(key);
  }
}
