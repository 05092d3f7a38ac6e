package io.weir.avro;

import com.google.common.util.concurrent.UncheckedExecutionException;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The schemas that records were written with, by the id in their first bytes. Safe for several
 * threads.
 */
final class WriterSchemas {
  private final SchemaRegistryClient client;
  private final Map<Integer, Schema> known = new ConcurrentHashMap<>();

  WriterSchemas(SchemaRegistryClient client) {
    this.client = client;
  }

  /** The Avro schema of an id, when it has been found before; the registry is not asked. */
  @Nullable Schema known(int id) {
    return known.get(id);
  }

  /**
   * The Avro schema of an id; empty when the registry does not know it or knows it as something
   * else.
   *
   * @throws RegistryUnavailable when the registry gives no answer
   */
  Optional<Schema> find(int id) {
    Schema before = known.get(id);
    if (before != null) {
      return Optional.of(before);
    }
    Optional<Schema> found = ask(id);
    found.ifPresent(schema -> known.put(id, schema));
    return found;
  }

  private Optional<Schema> ask(int id) {
    try {
      ParsedSchema schema = client.getSchemaById(id);
      return schema instanceof AvroSchema avro ? Optional.of(avro.rawSchema()) : Optional.empty();
    } catch (UncheckedExecutionException e) {
      // Confluent's client has no provider for the schema's type: Protobuf or JSON.
      return Optional.empty();
    } catch (RestClientException e) {
      if (RegistryFaults.isUnknownSchema(e)) {
        return Optional.empty();
      }
      throw new RegistryUnavailable("The schema registry answered " + e.getMessage(), e);
    } catch (IOException e) {
      if (RegistryFaults.isUnparsableSchema(e)) {
        return Optional.empty();
      }
      throw new RegistryUnavailable(
          "The schema registry does not answer for schema id " + id + ": " + e.getMessage(), e);
    }
  }
}
