package io.weir.embedded;

/** A refusal with the HTTP status and error code that Confluent's API gives it. */
final class RegistryError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final int code;

  private RegistryError(int status, int code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  int status() {
    return status;
  }

  int code() {
    return code;
  }

  static RegistryError badRequest(String detail) {
    return new RegistryError(400, 400, detail);
  }

  static RegistryError noSubject(String subject) {
    return new RegistryError(404, 40401, "Subject '" + subject + "' not found.");
  }

  static RegistryError noVersion(int version) {
    return new RegistryError(404, 40402, "Version " + version + " not found.");
  }

  static RegistryError noSchema() {
    return new RegistryError(404, 40403, "Schema not found");
  }

  static RegistryError noSchema(int id) {
    return new RegistryError(404, 40403, "Schema " + id + " not found");
  }

  static RegistryError alreadyDeleted(String subject) {
    return new RegistryError(
        404, 40404, "Subject '" + subject + "' was soft deleted. Set permanent=true to delete.");
  }

  static RegistryError notDeletedFirst(String subject) {
    return new RegistryError(
        404,
        40405,
        "Subject '" + subject + "' was not deleted first before being permanently deleted");
  }

  static RegistryError alreadyDeleted(String subject, int version) {
    return new RegistryError(
        404,
        40406,
        "Subject '"
            + subject
            + "' Version "
            + version
            + " was soft deleted. Set permanent=true to delete permanently");
  }

  static RegistryError notDeletedFirst(String subject, int version) {
    return new RegistryError(
        404,
        40407,
        "Subject '"
            + subject
            + "' Version "
            + version
            + " was not deleted first before being permanently deleted");
  }

  static RegistryError noLevel(String subject) {
    return new RegistryError(
        404,
        40408,
        "Subject '" + subject + "' does not have subject-level compatibility configured");
  }

  static RegistryError incompatible(String detail) {
    return new RegistryError(
        409, 409, "Schema being registered is incompatible with an earlier schema; " + detail);
  }

  static RegistryError badSchema(String detail) {
    return new RegistryError(422, 42201, "Invalid schema: " + detail);
  }

  static RegistryError badVersion(String given) {
    return new RegistryError(
        422,
        42202,
        "The specified version '"
            + given
            + "' is not a valid version id. Allowed values are between [1, 2^31-1] and \"latest\"");
  }

  static RegistryError badLevel(String given) {
    return new RegistryError(
        422,
        42203,
        "Invalid compatibility level '"
            + given
            + "'. Valid values are none, backward, forward, full, backward_transitive,"
            + " forward_transitive, and full_transitive");
  }

  static RegistryError noImports(String subject) {
    return new RegistryError(
        422,
        42205,
        "Subject " + subject + " is not in import mode: ids are given by the registry.");
  }

  static RegistryError referenced(String subject, int version) {
    return new RegistryError(
        422,
        42206,
        "One or more references exist to the schema {subject="
            + subject
            + ",version="
            + version
            + "}.");
  }
}
