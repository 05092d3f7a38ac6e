package io.weir.lookback;

import io.weir.address.AddressKey;
import io.weir.domain.Hit;
import io.weir.domain.Hits;
import io.weir.domain.KnownAddress;
import io.weir.domain.KnownListing;
import io.weir.domain.Leg;
import io.weir.domain.Listing;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The hits that a transfer has, or had, at one address key; the same that screening would give. */
final class HitSearch {
  private HitSearch() {}

  /**
   * The hits of what is in force.
   *
   * @param today UTC
   */
  static List<Hit> open(Passed transfer, KnownAddress known, LocalDate today) {
    return search(transfer, known.key(), known.inForce(), today);
  }

  /** The hits of listings that may have gone, whenever they ended. */
  static List<Hit> ever(Passed transfer, KnownAddress known, Collection<Listing> those) {
    Set<String> ids = those.stream().map(Listing::listingId).collect(Collectors.toSet());
    // What allows an address is still at the key, and belongs to the hit's description.
    List<Listing> all =
        Stream.concat(
                those.stream(),
                known.inForce().stream().filter(listing -> !ids.contains(listing.listingId())))
            .toList();
    return search(transfer, known.key(), all, LocalDate.MIN).stream()
        .filter(hit -> ids.contains(hit.listing().listingId()))
        .toList();
  }

  /** Everything that lists the key, or did once, or may. */
  static List<Listing> everything(KnownAddress known) {
    return Stream.of(known.listings(), known.withdrawn(), known.inDoubt())
        .flatMap(List::stream)
        .map(KnownListing::listing)
        .toList();
  }

  private static List<Hit> search(
      Passed transfer, AddressKey key, List<Listing> listings, LocalDate day) {
    List<Leg> legs =
        transfer.legs().stream().filter(leg -> leg.address().key().equals(key)).toList();
    return Hits.of(transfer.transferId(), legs, unused -> listings, day);
  }
}
