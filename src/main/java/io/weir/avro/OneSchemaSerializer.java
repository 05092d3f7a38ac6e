package io.weir.avro;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Confluent's serializer of values, for records that all have one schema. */
final class OneSchemaSerializer extends KafkaAvroSerializer {
  /*
   * Reason to be: Confluent's own wraps the schema anew for each record and hashes all of it to
   * find its id. For an alert that took more than half as long as writing it does.
   */

  private @Nullable AvroSchema schema;

  OneSchemaSerializer(SchemaRegistryClient client) {
    super(client);
  }

  @Override
  public byte[] serialize(String topic, Headers headers, Object record) {
    if (schema == null) {
      schema =
          new AvroSchema(
              AvroSchemaUtils.getSchema(
                  record, useSchemaReflection, avroReflectionAllowNull, removeJavaProperties));
    }
    return serializeImpl(
        getSubjectName(topic, isKey, record, schema), topic, headers, record, schema);
  }
}
