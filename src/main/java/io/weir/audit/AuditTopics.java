package io.weir.audit;

import java.util.List;

/** The names of the topics that are held against each other. */
public record AuditTopics(
    String transfers,
    String screened,
    String addresses,
    String history,
    String alerts,
    String deadLetters) {

  List<String> all() {
    return List.of(transfers, screened, addresses, history, alerts, deadLetters);
  }
}
