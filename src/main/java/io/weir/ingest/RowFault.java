package io.weir.ingest;

/** A field that is missing or is not what was expected. */
final class RowFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * @param field path of the field; empty for the row as a whole
   */
  RowFault(String field, String reason) {
    super(reason);
    this.field = field;
  }

  String field() {
    return field;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
