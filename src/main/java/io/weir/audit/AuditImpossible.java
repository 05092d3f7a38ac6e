package io.weir.audit;

/** The topics cannot be read, so nothing can be said about them; the message says what to do. */
public class AuditImpossible extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AuditImpossible(String message) {
    super(message);
  }

  AuditImpossible(String message, Throwable cause) {
    super(message, cause);
  }
}
