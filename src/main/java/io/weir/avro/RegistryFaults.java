package io.weir.avro;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Tells a registry that gives no usable answer from an answer that says the record is wrong. */
final class RegistryFaults {
  private static final int SERVER_ERROR = 500;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  /** Confluent's codes for a subject, a version or a schema id that nobody registered: 404xx. */
  private static final int FIRST_UNKNOWN = 40401;

  private static final int LAST_UNKNOWN = 40499;

  private RegistryFaults() {}

  /** A bare 404 is a proxy's or a wrong path's; only the registry has codes of its own. */
  static boolean isUnknownSchema(RestClientException answer) {
    int code = answer.getErrorCode();
    return code >= FIRST_UNKNOWN && code <= LAST_UNKNOWN;
  }

  /** The registry answered, with a text that is no schema. */
  static boolean isUnparsableSchema(IOException failure) {
    return failure.getMessage() != null && failure.getMessage().startsWith("Invalid schema");
  }

  /** Whether asking again may help, and the record is not to blame. */
  static boolean isToBlame(SerializationException failure) {
    @Nullable Throwable cause = failure.getCause();
    if (cause instanceof RestClientException answer) {
      int status = answer.getStatus();
      return status >= SERVER_ERROR
          || status == TOO_MANY_REQUESTS
          || status == UNAUTHORIZED
          || status == FORBIDDEN
          || (status == NOT_FOUND && !isUnknownSchema(answer));
    }
    // Bytes that do not decode are an IOException as well. Encoding to memory never is one.
    boolean decoding =
        failure.getMessage() != null && failure.getMessage().startsWith("Error deserializing");
    return cause instanceof IOException io && !decoding && !isUnparsableSchema(io);
  }
}
