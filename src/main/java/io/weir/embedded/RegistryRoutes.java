package io.weir.embedded;

import static io.weir.embedded.RegistryHttp.answer;
import static io.weir.embedded.RegistryHttp.answerText;
import static io.weir.embedded.RegistryHttp.flag;
import static io.weir.embedded.RegistryHttp.subject;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaString;
import io.confluent.kafka.schemaregistry.client.rest.entities.SubjectVersion;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.RegisterSchemaRequest;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Confluent's API for subjects, versions and schema ids. */
final class RegistryRoutes {
  private static final String LATEST = "latest";

  private final SchemaStore store;

  RegistryRoutes(SchemaStore store) {
    this.store = store;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/", ctx -> answer(ctx, Map.of()));
    routes.get("/mode", ctx -> answer(ctx, Map.of("mode", "READWRITE")));
    routes.get("/schemas/types", ctx -> answer(ctx, List.of(AvroSchema.TYPE)));
    routes.get("/subjects", this::subjects);
    routes.post("/subjects/{subject}", this::lookUp);
    routes.delete("/subjects/{subject}", this::deleteSubject);
    String versions = "/subjects/{subject}/versions";
    routes.get(versions, this::versions);
    routes.post(versions, this::register);
    routes.get(versions + "/{version}", ctx -> answer(ctx, version(ctx).toSchema()));
    routes.get(versions + "/{version}/schema", ctx -> answerText(ctx, version(ctx).schema()));
    routes.delete(versions + "/{version}", this::deleteVersion);
    routes.get("/schemas/ids/{id}", this::schemaById);
    routes.get("/schemas/ids/{id}/schema", ctx -> answerText(ctx, byId(ctx).get(0).schema()));
    routes.get("/schemas/ids/{id}/subjects", this::subjectsOfId);
    routes.get("/schemas/ids/{id}/versions", this::versionsOfId);
  }

  private void subjects(Context ctx) {
    boolean deletedToo = flag(ctx, "deleted");
    String prefix = ctx.queryParam("subjectPrefix");
    answer(
        ctx,
        store.state().schemas().stream()
            .filter(known -> deletedToo || !known.deleted())
            .map(Registration::subject)
            .filter(subject -> prefix == null || subject.startsWith(prefix))
            .distinct()
            .sorted()
            .toList());
  }

  private void versions(Context ctx) {
    List<Integer> versions =
        store.state().of(subject(ctx), flag(ctx, "deleted")).map(Registration::version).toList();
    if (versions.isEmpty()) {
      throw RegistryError.noSubject(subject(ctx));
    }
    answer(ctx, versions);
  }

  private void register(Context ctx) {
    Registration known = store.register(subject(ctx), schema(ctx), flag(ctx, "normalize"));
    answer(ctx, Map.of("id", known.id()));
  }

  private void lookUp(Context ctx) {
    Registration known =
        store.lookUp(subject(ctx), schema(ctx), flag(ctx, "normalize"), flag(ctx, "deleted"));
    answer(ctx, known.toSchema());
  }

  private void deleteSubject(Context ctx) {
    List<Registration> gone = store.deleteSubject(subject(ctx), flag(ctx, "permanent"));
    answer(ctx, gone.stream().map(Registration::version).toList());
  }

  private void deleteVersion(Context ctx) {
    Registration gone = version(store.state(), ctx, true);
    store.deleteVersion(gone, flag(ctx, "permanent"));
    answer(ctx, gone.version());
  }

  private void schemaById(Context ctx) {
    Registration known = byId(ctx).get(0);
    SchemaString shown = new SchemaString(known.schema());
    shown.setReferences(known.references());
    answer(ctx, shown);
  }

  private void subjectsOfId(Context ctx) {
    answer(ctx, visible(ctx).map(Registration::subject).distinct().sorted().toList());
  }

  private void versionsOfId(Context ctx) {
    answer(
        ctx,
        visible(ctx).map(known -> new SubjectVersion(known.subject(), known.version())).toList());
  }

  private Stream<Registration> visible(Context ctx) {
    boolean deletedToo = flag(ctx, "deleted");
    return byId(ctx).stream().filter(known -> deletedToo || !known.deleted());
  }

  /* Deleted ones too: the records that carry the id are still there. */
  private List<Registration> byId(Context ctx) {
    int id;
    try {
      id = Integer.parseInt(ctx.pathParam("id"));
    } catch (NumberFormatException e) {
      throw RegistryError.badRequest("A schema id is a number, not " + ctx.pathParam("id"));
    }
    List<Registration> known = store.state().byId(id).toList();
    if (known.isEmpty()) {
      throw RegistryError.noSchema(id);
    }
    return known;
  }

  private Registration version(Context ctx) {
    return version(store.state(), ctx, flag(ctx, "deleted"));
  }

  /** The version that the path names. */
  static Registration version(RegistryState state, Context ctx, boolean deletedToo) {
    String subject = subject(ctx);
    String given = ctx.pathParam("version");
    int version = isLatest(given) ? -1 : number(given);
    if (state.of(subject, deletedToo).findAny().isEmpty()) {
      throw RegistryError.noSubject(subject);
    }
    return (version == -1 ? state.latest(subject) : state.find(subject, version, deletedToo))
        .orElseThrow(() -> RegistryError.noVersion(version));
  }

  static boolean isLatest(String given) {
    return given.equals(LATEST) || given.equals("-1");
  }

  private static int number(String given) {
    try {
      int version = Integer.parseInt(given);
      if (version >= 1) {
        return version;
      }
    } catch (NumberFormatException e) {
      throw RegistryError.badVersion(given);
    }
    throw RegistryError.badVersion(given);
  }

  static RegisterSchemaRequest schema(Context ctx) {
    try {
      return RegisterSchemaRequest.fromJson(ctx.body());
    } catch (IOException e) {
      throw RegistryError.badRequest("The request is not a schema in JSON: " + e.getMessage());
    }
  }
}
