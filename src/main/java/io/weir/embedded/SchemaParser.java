package io.weir.embedded;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.SchemaProvider;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaVersionFetcher;
import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.RegisterSchemaRequest;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;

/** Reads schemas with Confluent's own Avro provider, which also resolves references. */
final class SchemaParser {
  private final AvroSchemaProvider provider = new AvroSchemaProvider();

  SchemaParser(SchemaVersionFetcher references) {
    provider.configure(Map.of(SchemaProvider.SCHEMA_VERSION_FETCHER_CONFIG, references));
  }

  ParsedSchema parse(String subject, RegisterSchemaRequest request, boolean normalize) {
    String type = request.getSchemaType();
    if (type != null && !type.equals(AvroSchema.TYPE)) {
      throw RegistryError.badSchema(
          "this registry holds Avro schemas only, and the type given is " + type + ".");
    }
    if (request.getMetadata() != null || request.getRuleSet() != null) {
      throw RegistryError.badSchema("this registry knows neither metadata nor rules.");
    }
    if (request.getSchema() == null) {
      throw RegistryError.badSchema("the schema is missing.");
    }
    return parse(new Schema(subject, request), true, normalize);
  }

  ParsedSchema parse(Registration known) {
    return parse(known.toSchema(), false, false);
  }

  private ParsedSchema parse(Schema schema, boolean isNew, boolean normalize) {
    try {
      return provider.parseSchemaOrElseThrow(schema, isNew, normalize);
    } catch (AvroRuntimeException | IllegalStateException | IllegalArgumentException e) {
      throw RegistryError.badSchema(String.valueOf(e.getMessage()));
    }
  }
}
