package io.weir.audit;

/** A topic that the audit reads does not exist. */
public final class AuditTopicMissing extends AuditImpossible {
  private static final long serialVersionUID = 1L;

  AuditTopicMissing(String message) {
    super(message);
  }
}
