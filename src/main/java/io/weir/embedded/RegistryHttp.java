package io.weir.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.confluent.kafka.schemaregistry.utils.JacksonMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the registry reads parameters, writes answers and tells errors. */
final class RegistryHttp {
  private static final Logger LOG = LoggerFactory.getLogger(RegistryHttp.class);
  private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";

  private RegistryHttp() {}

  static void addErrorsTo(RoutesConfig routes) {
    routes.exception(
        RegistryError.class, (e, ctx) -> refuse(ctx, e.status(), e.code(), e.getMessage()));
    routes.exception(EmbeddedFailure.class, RegistryHttp::fail);
    routes.exception(RuntimeException.class, RegistryHttp::fail);
    routes.error(404, ctx -> replaceUnlessJson(ctx, 404, "HTTP 404 Not Found"));
    routes.error(405, ctx -> replaceUnlessJson(ctx, 405, "HTTP 405 Method Not Allowed"));
  }

  static void answer(Context ctx, Object body) {
    try {
      answerText(ctx, JacksonMapper.INSTANCE.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static void answerText(Context ctx, String json) {
    ctx.contentType(CONTENT_TYPE).result(json);
  }

  static String subject(Context ctx) {
    return ctx.pathParam("subject");
  }

  static boolean flag(Context ctx, String name) {
    return Boolean.parseBoolean(ctx.queryParam(name));
  }

  private static void refuse(Context ctx, int status, int code, String message) {
    ctx.status(status);
    answer(ctx, Map.of("error_code", code, "message", message));
  }

  private static void fail(RuntimeException e, Context ctx) {
    LOG.error("The schema registry failed path={}", ctx.path(), e);
    refuse(ctx, 500, 50001, "Error in the backend data store: " + e.getMessage());
  }

  /* Javalin's own answers to an unknown path are text. */
  private static void replaceUnlessJson(Context ctx, int status, String message) {
    if (!CONTENT_TYPE.equals(ctx.res().getContentType())) {
      refuse(ctx, status, status, message);
    }
  }
}
