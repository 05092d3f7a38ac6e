package io.weir.config;

import java.util.List;

/** The names of Weir's topics on the cluster, prefix included. */
public record Topics(
    String transfers,
    String sanctionedAddresses,
    String listManifests,
    String listingHistory,
    String screenedTransfers,
    String alerts,
    String deadLetters,
    String listingChanges,
    String lookbackReports) {

  /** Every name, in the order of the flow. */
  public List<String> all() {
    return List.of(
        transfers,
        sanctionedAddresses,
        listManifests,
        listingHistory,
        screenedTransfers,
        alerts,
        deadLetters,
        listingChanges,
        lookbackReports);
  }
}
