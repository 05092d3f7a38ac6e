package io.weir.screening;

/** The topics that screening reads and writes, by their full names. */
public record ScreeningTopics(
    String transfers,
    String sanctionedAddresses,
    String listManifests,
    String screenedTransfers,
    String alerts,
    String deadLetters) {}
