package io.weir.audit;

/** The names of the topics that are held against each other. */
public record AuditTopics(
    String transfers,
    String screened,
    String addresses,
    String history,
    String alerts,
    String deadLetters) {}
