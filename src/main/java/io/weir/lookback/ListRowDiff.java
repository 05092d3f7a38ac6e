package io.weir.lookback;

import io.weir.domain.KnownAddress;
import io.weir.domain.KnownListing;
import io.weir.domain.Listing;
import io.weir.domain.ListingChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a row of the list changes about its key. */
final class ListRowDiff {
  private ListRowDiff() {}

  /**
   * What is known after a row, and what it changed.
   *
   * @param change empty when it changed nothing
   */
  record Step(KnownAddress known, Optional<ListingChange> change) {}

  /**
   * Takes a row in.
   *
   * <p>A row that cannot be read lists its address with no details, as it does for screening. What
   * listed it before is then in doubt until a readable row tells.
   *
   * @param known the key's last row
   * @param now what the row holds; empty for a tombstone
   * @param offset of the row; one that was taken in before changes nothing
   */
  static Step step(KnownAddress known, List<Listing> now, long offset) {
    if (offset <= known.position()) {
      return new Step(known, Optional.empty());
    }
    List<Listing> formerly =
        Stream.concat(known.listings().stream(), known.inDoubt().stream())
            .map(KnownListing::listing)
            .toList();
    boolean unreadable = now.stream().anyMatch(ListRowDiff::isUnreadable);
    List<Listing> gone = without(formerly, now);
    List<String> added =
        now.stream().map(Listing::listingId).filter(id -> known.inForce(id).isEmpty()).toList();
    List<KnownListing> listings = new ArrayList<>();
    for (Listing listing : now) {
      long since = known.inForce(listing.listingId()).map(KnownListing::position).orElse(offset);
      listings.add(new KnownListing(listing, since));
    }
    List<KnownListing> inDoubt =
        unreadable
            ? gone.stream().map(listing -> new KnownListing(listing, offset)).toList()
            : List.of();
    KnownAddress after = new KnownAddress(known.key(), offset, listings, List.of(), inDoubt);
    boolean same = after.inForce().equals(known.inForce()) && (unreadable || gone.isEmpty());
    return new Step(
        after,
        same
            ? Optional.empty()
            : Optional.of(
                new ListingChange(
                    known.key(),
                    offset,
                    now,
                    added,
                    unreadable ? List.of() : gone,
                    Optional.empty())));
  }

  private static boolean isUnreadable(Listing listing) {
    return listing.authority().equals(Listing.UNREADABLE);
  }

  private static List<Listing> without(List<Listing> all, List<Listing> those) {
    Set<String> ids = those.stream().map(Listing::listingId).collect(Collectors.toSet());
    return all.stream().filter(listing -> !ids.contains(listing.listingId())).toList();
  }
}
