package io.weir.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keys of the clients that Weir sets itself, because its promise hangs on them. */
final class OwnedKeys {
  private static final String EXACTLY_ONCE = "everything Weir writes is written exactly once";
  private static final String SERDES = "each topic has its own serializers";
  private static final String FAIL_CLOSED = "Weir decides itself what a bad record gets";

  private static final Map<String, String> KAFKA = new LinkedHashMap<>();
  private static final Map<String, String> REGISTRY =
      Map.of("schema.registry.url", "set " + ConfigKeys.SCHEMA_REGISTRY_URL + " instead");

  static {
    KAFKA.put("application.id", "it is made from " + ConfigKeys.ENVIRONMENT);
    KAFKA.put("group.id", "it is made from " + ConfigKeys.ENVIRONMENT);
    KAFKA.put("client.id", "it is made from " + ConfigKeys.ENVIRONMENT);
    KAFKA.put("processing.guarantee", EXACTLY_ONCE);
    KAFKA.put("transactional.id", EXACTLY_ONCE);
    KAFKA.put("enable.idempotence", EXACTLY_ONCE);
    KAFKA.put("acks", EXACTLY_ONCE);
    KAFKA.put("isolation.level", "an aborted transaction must not be read");
    KAFKA.put("enable.auto.commit", "offsets are committed with the results they stand for");
    KAFKA.put("auto.offset.reset", "a reset could skip transfers without a word");
    KAFKA.put("key.serializer", SERDES);
    KAFKA.put("value.serializer", SERDES);
    KAFKA.put("key.deserializer", SERDES);
    KAFKA.put("value.deserializer", SERDES);
    KAFKA.put("default.key.serde", SERDES);
    KAFKA.put("default.value.serde", SERDES);
    KAFKA.put("partitioner.class", "results lie in the partition of their transfer");
    KAFKA.put("default.timestamp.extractor", "Weir bounds record times itself");
    KAFKA.put("default.deserialization.exception.handler", FAIL_CLOSED);
    KAFKA.put("deserialization.exception.handler", FAIL_CLOSED);
    KAFKA.put("default.production.exception.handler", FAIL_CLOSED);
    KAFKA.put("production.exception.handler", FAIL_CLOSED);
    KAFKA.put("processing.exception.handler", FAIL_CLOSED);
    KAFKA.put("processing.exception.handler.global.enabled", FAIL_CLOSED);
    KAFKA.put("errors.dead.letter.queue.topic.name", FAIL_CLOSED);
    KAFKA.put("ensure.explicit.internal.resource.naming", "the names are part of Weir");
    KAFKA.put("topology.optimization", "the topology is part of Weir");
    KAFKA.put("num.stream.threads", "set " + ConfigKeys.THREADS + " instead");
    KAFKA.put(
        "buffered.records.per.partition",
        "the records of a poll are handed on as one; set kafka.consumer.max.poll.records instead");
    KAFKA.put("state.dir", "set " + ConfigKeys.STATE_DIR + " instead");
    KAFKA.put("replication.factor", "set " + ConfigKeys.REPLICATION_FACTOR + " instead");
    KAFKA.put("max.request.size", "set " + ConfigKeys.OUTPUT_MAX_MESSAGE_BYTES + " instead");
    KAFKA.put("schema.registry.url", "set " + ConfigKeys.SCHEMA_REGISTRY_URL + " instead");
  }

  private OwnedKeys() {}

  /** The owned keys of Kafka's clients, each with the reason. */
  static Map<String, String> kafka() {
    return Collections.unmodifiableMap(KAFKA);
  }

  /** Why the pass-through key (with its prefix) may not be set; empty when it may. */
  static Optional<String> reason(String key) {
    if (key.startsWith(ConfigKeys.KAFKA_PREFIX)) {
      String client = key.substring(ConfigKeys.KAFKA_PREFIX.length());
      return Optional.ofNullable(KAFKA.get(ClientKeys.withoutInnerClient(client)));
    }
    if (key.startsWith(ConfigKeys.REGISTRY_PREFIX)) {
      return Optional.ofNullable(REGISTRY.get(key.substring(ConfigKeys.REGISTRY_PREFIX.length())));
    }
    return Optional.empty();
  }
}
