package io.weir.domain;

import io.weir.address.AddressKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What look-back knows of one address key: what lists it, what listed it once, and since when.
 *
 * @param position offset of the list row that was applied last; -1 for none
 * @param listings in force, ordered by listing id
 * @param withdrawn in force once and not any more, ordered by listing id
 * @param inDoubt in force until a row came that cannot be read, ordered by listing id; neither in
 *     force nor withdrawn until a readable row tells
 */
public record KnownAddress(
    AddressKey key,
    long position,
    List<KnownListing> listings,
    List<KnownListing> withdrawn,
    List<KnownListing> inDoubt) {
  private static final Comparator<KnownListing> BY_ID =
      Comparator.comparing(known -> known.listing().listingId());

  public KnownAddress {
    listings = listings.stream().sorted(BY_ID).toList();
    withdrawn = withdrawn.stream().sorted(BY_ID).toList();
    inDoubt = inDoubt.stream().sorted(BY_ID).toList();
  }

  /** An address of which nothing was ever heard. */
  public static KnownAddress unheardOf(AddressKey key) {
    return new KnownAddress(key, -1, List.of(), List.of(), List.of());
  }

  /** What lists it, or allows an address of it. */
  public List<Listing> inForce() {
    return listings.stream().map(KnownListing::listing).toList();
  }

  /** A listing that is in force. */
  public Optional<KnownListing> inForce(String listingId) {
    return find(listings, listingId);
  }

  /** A listing that was in force once. */
  public Optional<KnownListing> withdrawn(String listingId) {
    return find(withdrawn, listingId);
  }

  private static Optional<KnownListing> find(List<KnownListing> known, String listingId) {
    return known.stream().filter(one -> one.listing().listingId().equals(listingId)).findFirst();
  }
}
