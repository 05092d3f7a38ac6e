package io.weir.embedded;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that the registry knows, as it is kept in its file.
 *
 * @param lastId the highest id ever given out; an id is never given to a second schema, since
 *     records that carry it may outlive the first
 * @param schemas in order of registration
 * @param levels the compatibility levels that were set, by subject; the global one under ""
 */
record RegistryState(
    int lastId, List<Registration> schemas, Map<String, CompatibilityLevel> levels) {
  static final RegistryState EMPTY = new RegistryState(0, List.of(), Map.of());

  private static final String GLOBAL = "";

  RegistryState {
    schemas = List.copyOf(schemas);
    levels = Map.copyOf(levels);
  }

  Stream<Registration> of(String subject, boolean deletedToo) {
    return schemas.stream()
        .filter(schema -> schema.subject().equals(subject))
        .filter(schema -> deletedToo || !schema.deleted());
  }

  Optional<Registration> find(String subject, int version, boolean deletedToo) {
    return of(subject, deletedToo).filter(schema -> schema.version() == version).findFirst();
  }

  Optional<Registration> latest(String subject) {
    return of(subject, false).reduce((earlier, later) -> later);
  }

  Stream<Registration> byId(int id) {
    return schemas.stream().filter(schema -> schema.id() == id);
  }

  CompatibilityLevel globalLevel() {
    return levels.getOrDefault(GLOBAL, CompatibilityLevel.BACKWARD);
  }

  Optional<CompatibilityLevel> level(String subject) {
    return Optional.ofNullable(levels.get(subject));
  }

  RegistryState withGlobalLevel(CompatibilityLevel level) {
    return withLevel(GLOBAL, level);
  }

  RegistryState withLevel(String subject, CompatibilityLevel level) {
    Map<String, CompatibilityLevel> changed = new HashMap<>(levels);
    changed.put(subject, level);
    return new RegistryState(lastId, schemas, changed);
  }

  RegistryState withoutLevel(String subject) {
    Map<String, CompatibilityLevel> changed = new HashMap<>(levels);
    changed.remove(subject);
    return new RegistryState(lastId, schemas, changed);
  }

  RegistryState with(Registration schema) {
    List<Registration> changed = new ArrayList<>(schemas);
    changed.add(schema);
    return new RegistryState(Math.max(lastId, schema.id()), changed, levels);
  }

  RegistryState hiding(List<Registration> gone) {
    List<Registration> changed =
        schemas.stream().map(schema -> gone.contains(schema) ? schema.hidden() : schema).toList();
    return new RegistryState(lastId, changed, levels);
  }

  RegistryState without(List<Registration> gone) {
    List<Registration> changed = schemas.stream().filter(schema -> !gone.contains(schema)).toList();
    return new RegistryState(lastId, changed, levels);
  }
}
