package io.weir.embedded;

import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import java.util.List;

/**
 * A schema under a subject. One schema has one id under all its subjects.
 *
 * @param deleted hidden from its subject, yet still found by its id, which records carry
 */
record Registration(
    String subject,
    int version,
    int id,
    String schema,
    List<SchemaReference> references,
    boolean deleted) {

  Registration {
    references = List.copyOf(references);
  }

  Registration hidden() {
    return new Registration(subject, version, id, schema, references, true);
  }

  boolean sameSchema(String otherSchema, List<SchemaReference> otherReferences) {
    return schema.equals(otherSchema) && references.equals(otherReferences);
  }

  boolean refersTo(Registration other) {
    return references.stream()
        .anyMatch(
            reference ->
                reference.getSubject().equals(other.subject)
                    && reference.getVersion().equals(other.version));
  }

  /** The same as Confluent's API shows it. */
  Schema toSchema() {
    return new Schema(subject, version, id, null, references, schema);
  }
}
