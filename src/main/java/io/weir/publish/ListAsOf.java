package io.weir.publish;

import io.weir.domain.ListManifest;
import java.util.List;
import java.util.Optional;

/**
 * One list as it was in force at a moment.
 *
 * @param doubt why what was in force is not known, in a sentence; empty when it is known
 * @param manifest of the last load that changed it until then; empty when the list was not in force
 *     or is in doubt
 * @param listings in no order; empty when in doubt
 */
public record ListAsOf(
    String authority,
    String list,
    Optional<String> doubt,
    Optional<ListManifest> manifest,
    List<PastListing> listings) {

  public ListAsOf {
    listings = List.copyOf(listings);
  }

  /** A list of which nothing is known. */
  static ListAsOf unknown(String authority, String list, String why) {
    return new ListAsOf(authority, list, Optional.of(why), Optional.empty(), List.of());
  }
}
