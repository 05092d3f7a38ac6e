package io.weir.embedded;

import static io.weir.embedded.RegistryHttp.answer;
import static io.weir.embedded.RegistryHttp.flag;
import static io.weir.embedded.RegistryHttp.subject;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.ConfigUpdateRequest;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Confluent's API for compatibility levels, and for asking whether a schema would be accepted. */
final class CompatibilityRoutes {
  private static final String CURRENT = "compatibilityLevel";
  private static final String CHANGED = "compatibility";

  private final SchemaStore store;

  CompatibilityRoutes(SchemaStore store) {
    this.store = store;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/config", ctx -> answerLevel(ctx, CURRENT, store.state().globalLevel()));
    routes.put("/config", this::changeGlobal);
    routes.get("/config/{subject}", ctx -> answerLevel(ctx, CURRENT, levelOfSubject(ctx)));
    routes.put("/config/{subject}", this::changeSubject);
    routes.delete("/config/{subject}", this::removeSubject);
    routes.post("/compatibility/subjects/{subject}/versions", this::checkAgainstAll);
    routes.post("/compatibility/subjects/{subject}/versions/{version}", this::checkAgainstOne);
  }

  private void changeGlobal(Context ctx) {
    CompatibilityLevel level = given(ctx);
    store.change(state -> state.withGlobalLevel(level));
    answerLevel(ctx, CHANGED, level);
  }

  private void changeSubject(Context ctx) {
    CompatibilityLevel level = given(ctx);
    store.change(state -> state.withLevel(subject(ctx), level));
    answerLevel(ctx, CHANGED, level);
  }

  private void removeSubject(Context ctx) {
    CompatibilityLevel level = levelOfSubject(ctx);
    store.change(state -> state.withoutLevel(subject(ctx)));
    answerLevel(ctx, CURRENT, level);
  }

  private CompatibilityLevel levelOfSubject(Context ctx) {
    RegistryState state = store.state();
    return state
        .level(subject(ctx))
        .orElseGet(
            () -> {
              if (flag(ctx, "defaultToGlobal")) {
                return state.globalLevel();
              }
              throw RegistryError.noLevel(subject(ctx));
            });
  }

  private static CompatibilityLevel given(Context ctx) {
    String name;
    try {
      name = ConfigUpdateRequest.fromJson(ctx.body()).getCompatibilityLevel();
    } catch (IOException e) {
      throw RegistryError.badRequest("The request is not a config in JSON: " + e.getMessage());
    }
    CompatibilityLevel level = name == null ? null : CompatibilityLevel.forName(name);
    if (level == null) {
      throw RegistryError.badLevel(String.valueOf(name));
    }
    return level;
  }

  private static void answerLevel(Context ctx, String field, CompatibilityLevel level) {
    answer(ctx, Map.of(field, level.name));
  }

  private void checkAgainstAll(Context ctx) {
    check(ctx, store.state().of(subject(ctx), false).toList());
  }

  private void checkAgainstOne(Context ctx) {
    RegistryState state = store.state();
    if (RegistryRoutes.isLatest(ctx.pathParam("version"))) {
      check(ctx, state.latest(subject(ctx)).stream().toList());
    } else {
      check(ctx, List.of(RegistryRoutes.version(state, ctx, false)));
    }
  }

  private void check(Context ctx, List<Registration> earlier) {
    List<String> faults =
        store.faults(subject(ctx), RegistryRoutes.schema(ctx), flag(ctx, "normalize"), earlier);
    Map<String, Object> verdict = Map.of("is_compatible", faults.isEmpty());
    Map<String, Object> reasons = Map.of("is_compatible", faults.isEmpty(), "messages", faults);
    answer(ctx, flag(ctx, "verbose") ? reasons : verdict);
  }
}
