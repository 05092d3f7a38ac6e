package io.weir.embedded;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.ParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.SimpleParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.client.SchemaVersionFetcher;
import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.RegisterSchemaRequest;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The registered schemas and the rules for adding and deleting them, as Confluent's registry has
 * them. A change is on disk before it is seen.
 */
final class SchemaStore {
  private final RegistryFile file;
  private final SchemaParser parser;
  private volatile RegistryState state;

  SchemaStore(RegistryFile file) {
    this.file = file;
    this.state = file.load();
    this.parser = new SchemaParser(new References());
  }

  RegistryState state() {
    return state;
  }

  synchronized Registration register(
      String subject, RegisterSchemaRequest request, boolean normalize) {
    if (request.getId() != null && request.getId() >= 0) {
      throw RegistryError.noImports(subject);
    }
    ParsedSchema parsed = parser.parse(subject, request, normalize);
    Predicate<Registration> same = same(parsed);
    return state
        .of(subject, false)
        .filter(same)
        .findFirst()
        .orElseGet(() -> add(subject, parsed, same));
  }

  private Registration add(String subject, ParsedSchema parsed, Predicate<Registration> same) {
    List<String> faults = faults(subject, parsed, state.of(subject, false).toList());
    if (!faults.isEmpty()) {
      throw RegistryError.incompatible(String.join("; ", faults));
    }
    int version = state.of(subject, true).mapToInt(Registration::version).max().orElse(0) + 1;
    int id =
        state.schemas().stream()
            .filter(same)
            .mapToInt(Registration::id)
            .findFirst()
            .orElse(state.lastId() + 1);
    Registration added =
        new Registration(
            subject, version, id, parsed.canonicalString(), parsed.references(), false);
    change(before -> before.with(added));
    return added;
  }

  Registration lookUp(
      String subject, RegisterSchemaRequest request, boolean normalize, boolean deletedToo) {
    if (state.of(subject, deletedToo).findAny().isEmpty()) {
      throw RegistryError.noSubject(subject);
    }
    Predicate<Registration> same = same(parser.parse(subject, request, normalize));
    return state
        .of(subject, deletedToo)
        .filter(same)
        .findFirst()
        .orElseThrow(RegistryError::noSchema);
  }

  /** What makes a schema incompatible with earlier ones of a subject; empty when nothing does. */
  List<String> faults(
      String subject,
      RegisterSchemaRequest request,
      boolean normalize,
      List<Registration> earlier) {
    return faults(subject, parser.parse(subject, request, normalize), earlier);
  }

  private List<String> faults(String subject, ParsedSchema parsed, List<Registration> earlier) {
    CompatibilityLevel level = state.level(subject).orElse(state.globalLevel());
    List<ParsedSchemaHolder> history =
        earlier.stream()
            .<ParsedSchemaHolder>map(known -> new SimpleParsedSchemaHolder(parser.parse(known)))
            .toList();
    return parsed.isCompatible(level, history);
  }

  synchronized List<Registration> deleteSubject(String subject, boolean permanent) {
    List<Registration> known = state.of(subject, true).toList();
    List<Registration> visible = state.of(subject, false).toList();
    if (known.isEmpty()) {
      throw RegistryError.noSubject(subject);
    }
    if (permanent && !visible.isEmpty()) {
      throw RegistryError.notDeletedFirst(subject);
    }
    if (!permanent && visible.isEmpty()) {
      throw RegistryError.alreadyDeleted(subject);
    }
    delete(permanent ? known : visible, permanent);
    return permanent ? known : visible;
  }

  synchronized void deleteVersion(Registration version, boolean permanent) {
    if (permanent && !version.deleted()) {
      throw RegistryError.notDeletedFirst(version.subject(), version.version());
    }
    if (!permanent && version.deleted()) {
      throw RegistryError.alreadyDeleted(version.subject(), version.version());
    }
    delete(List.of(version), permanent);
  }

  private void delete(List<Registration> gone, boolean permanent) {
    for (Registration one : gone) {
      if (state.schemas().stream().anyMatch(other -> other.refersTo(one))) {
        throw RegistryError.referenced(one.subject(), one.version());
      }
    }
    change(before -> permanent ? before.without(gone) : before.hiding(gone));
  }

  synchronized void change(UnaryOperator<RegistryState> change) {
    RegistryState changed = change.apply(state);
    file.save(changed);
    state = changed;
  }

  private static Predicate<Registration> same(ParsedSchema parsed) {
    return known -> known.sameSchema(parsed.canonicalString(), parsed.references());
  }

  /** Finds the schemas that others refer to, deleted ones too. */
  private final class References implements SchemaVersionFetcher {
    @Override
    public @Nullable String tenant() {
      return null;
    }

    @Override
    public @Nullable Schema getByVersion(String subject, int version, boolean lookUpDeleted) {
      return (version == -1 ? state.latest(subject) : state.find(subject, version, lookUpDeleted))
          .map(Registration::toSchema)
          .orElse(null);
    }
  }
}
