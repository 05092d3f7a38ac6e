package io.weir.avro;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.confluent.kafka.serializers.subject.RecordNameStrategy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** It writes what Confluent's own writes, under the same subjects and settings. */
class OneSchemaSerializerTest {
  private static final io.weir.avro.SourcePosition FIRST =
      new io.weir.avro.SourcePosition("transfers", 1, 2L);
  private static final io.weir.avro.SourcePosition SECOND =
      new io.weir.avro.SourcePosition("other", 3, 4L);

  private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();

  @BeforeAll
  static void limitAvro() {
    AvroSafety.apply();
  }

  @Test
  void shouldWriteWhatConfluentWrites() throws Exception {
    OneSchemaSerializer ours = new OneSchemaSerializer(registry);
    ours.configure(settings(Map.of()), false);
    KafkaAvroSerializer confluents = new KafkaAvroSerializer(registry);
    confluents.configure(settings(Map.of()), false);

    for (io.weir.avro.SourcePosition record : List.of(FIRST, SECOND)) {
      for (String topic : List.of("one", "two")) {
        assertThat(ours.serialize(topic, record)).isEqualTo(confluents.serialize(topic, record));
      }
    }
    assertThat(registry.getAllSubjects()).containsExactlyInAnyOrder("one-value", "two-value");
  }

  @Test
  void shouldHeedTheSettingsThatConfluentHeeds() throws Exception {
    // Another schema has the first id, and this one another subject.
    registry.register("unused", new AvroSchema(io.weir.avro.Party.getClassSchema()));
    AvroSchema schema = new AvroSchema(io.weir.avro.SourcePosition.getClassSchema());
    int id = registry.register(schema.name(), schema);
    OneSchemaSerializer ours = new OneSchemaSerializer(registry);
    ours.configure(
        settings(
            Map.of(
                "auto.register.schemas",
                false,
                "value.subject.name.strategy",
                RecordNameStrategy.class.getName())),
        false);

    byte[] bytes = ours.serialize("topic", FIRST);

    assertThat(WireFormat.schemaId(bytes)).isEqualTo(id);
    assertThat(registry.getAllSubjects()).containsExactlyInAnyOrder("unused", schema.name());
  }

  private static Map<String, Object> settings(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("schema.registry.url", "mock://unused");
    return settings;
  }
}
