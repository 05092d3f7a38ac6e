package io.weir.domain;

import io.weir.address.AddressKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one row of the list changed about one address key, or a question about its past.
 *
 * @param position offset of the row, never less than the one that took effect; -1 for a question
 * @param listings everything at the key from here on, ordered by listing id; empty for a question
 * @param added the ids of those that were not in force before
 * @param removed those that were in force before and are not any more
 * @param question empty when the list has changed
 */
public record ListingChange(
    AddressKey key,
    long position,
    List<Listing> listings,
    List<String> added,
    List<Listing> removed,
    Optional<LookbackQuestion> question) {

  public ListingChange {
    listings = listings.stream().sorted(Comparator.comparing(Listing::listingId)).toList();
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }

  /** A question about the past of a key. */
  public static ListingChange question(AddressKey key, LookbackQuestion question) {
    return new ListingChange(key, -1, List.of(), List.of(), List.of(), Optional.of(question));
  }

  /** Whether earlier transfers have to be looked at; an amendment changes no hit. */
  public boolean concernsThePast() {
    return !added.isEmpty() || !removed.isEmpty() || question.isPresent();
  }

  /** The listings that were not in force before. */
  public List<Listing> addedListings() {
    return listings.stream().filter(listing -> added.contains(listing.listingId())).toList();
  }
}
