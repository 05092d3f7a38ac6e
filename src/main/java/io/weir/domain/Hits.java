package io.weir.domain;

import io.weir.address.Address;
import io.weir.address.Addresses;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the hits of a transfer's legs. */
public final class Hits {
  private Hits() {}

  /**
   * The hits, ordered by id, one for each (role, key, listing). When two spellings of one party hit
   * the same listing, one that nobody allows is kept, and of two such the one that matches the
   * address itself.
   *
   * @param today the day of screening, UTC: the user's own decisions expire
   */
  public static List<Hit> of(
      String transferId, List<Leg> legs, SanctionsList list, LocalDate today) {
    Map<String, Hit> byId = new TreeMap<>();
    for (Leg leg : legs) {
      List<Listing> listings = list.listings(leg.address().key());
      for (Listing listing : listings) {
        if (listing.listsOn(today)) {
          Hit hit =
              hit(transferId, leg, listing, Allowing.of(leg.address(), listing, listings, today));
          byId.merge(hit.hitId(), hit, Hits::closer);
        }
      }
    }
    return List.copyOf(byId.values());
  }

  private static Hit hit(String transferId, Leg leg, Listing listing, Optional<Listing> allowedBy) {
    Address address = leg.address();
    return new Hit(
        Ids.hit(transferId, leg.role(), address.key(), listing.listingId()),
        leg.role(),
        address.text(),
        address.key(),
        match(address, listing),
        listing,
        allowedBy);
  }

  /** What an unreadable row lists is not known; ADDRESS is the stricter reading. */
  static Match match(Address address, Listing listing) {
    if (listing.authority().equals(Listing.UNREADABLE)) {
      return Match.ADDRESS;
    }
    boolean itself = listing.derivation().isEmpty() && isSpelledAs(listing.address(), address);
    return itself ? Match.ADDRESS : Match.KEY;
  }

  /** Mostly the party writes the address as the authority does, and nothing need be decoded. */
  private static boolean isSpelledAs(String published, Address address) {
    return published.equals(address.text())
        || (Addresses.readAnyChain(published) instanceof Address listed
            && address.isSpellingOf(listed));
  }

  private static Hit closer(Hit first, Hit second) {
    if (first.allowedBy().isPresent() != second.allowedBy().isPresent()) {
      return first.allowedBy().isPresent() ? second : first;
    }
    return first.match() == Match.ADDRESS ? first : second;
  }
}
