package io.weir.domain;

import java.time.Instant;
import java.util.List;

/**
 * One event in the life of a transfer's hits.
 *
 * @param alertId see {@link Ids#alert}
 * @param transfer whole unless abridged
 * @param abridged whether the transfer was too large to be carried whole
 * @param hits ordered by hit id, never empty
 * @param policyRule the rule that gave severity and action
 * @param listPosition offset of the last list row applied for certain; -1 for none
 * @param summary one sentence a person can read
 */
public record Alert(
    String alertId,
    AlertKind kind,
    Transfer transfer,
    boolean abridged,
    List<Hit> hits,
    Severity severity,
    Action action,
    String policyRule,
    long listPosition,
    Instant raisedAt,
    SourcePosition source,
    String summary) {

  public Alert {
    if (hits.isEmpty()) {
      throw new IllegalArgumentException("An alert needs a hit");
    }
    hits = List.copyOf(hits);
  }
}
