package io.weir.lookback;

import io.weir.domain.KnownAddress;
import io.weir.domain.KnownListing;
import io.weir.domain.Listing;
import io.weir.domain.ListingChange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is known of an address once a change has come. */
final class KnownChange {
  private KnownChange() {}

  static KnownAddress apply(KnownAddress known, ListingChange change) {
    List<KnownListing> listings =
        change.listings().stream()
            .map(listing -> new KnownListing(listing, since(known, change, listing)))
            .toList();
    Set<String> told = new HashSet<>();
    change.listings().forEach(listing -> told.add(listing.listingId()));
    change.removed().forEach(listing -> told.add(listing.listingId()));
    Stream<KnownListing> removed =
        change.removed().stream().map(gone -> new KnownListing(gone, change.position()));
    return new KnownAddress(
        change.key(),
        change.position(),
        listings,
        Stream.concat(removed, known.withdrawn().stream().filter(old -> !isIn(told, old))).toList(),
        Stream.concat(known.listings().stream(), known.inDoubt().stream())
            .filter(old -> !isIn(told, old))
            .toList());
  }

  private static long since(KnownAddress known, ListingChange change, Listing listing) {
    String id = listing.listingId();
    return change.added().contains(id)
        ? change.position()
        : known.inForce(id).map(KnownListing::position).orElse(change.position());
  }

  private static boolean isIn(Set<String> ids, KnownListing known) {
    return ids.contains(known.listing().listingId());
  }
}
