package io.weir.lookback;

/** The topics that look-back reads and writes, by their full names. */
public record LookbackTopics(
    String sanctionedAddresses,
    String listingChanges,
    String screenedTransfers,
    String alerts,
    String reports) {}
