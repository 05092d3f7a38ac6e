package io.weir.domain;

import io.weir.address.Address;
import io.weir.address.Addresses;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the hits of a transfer's legs. */
public final class Hits {
  private Hits() {}

  /**
   * The hits, ordered by id, one for each (role, key, listing). When two spellings of one party hit
   * the same listing, the one that matches the address itself is kept.
   */
  public static List<Hit> of(String transferId, List<Leg> legs, SanctionsList list) {
    Map<String, Hit> byId = new TreeMap<>();
    for (Leg leg : legs) {
      for (Listing listing : list.listings(leg.address().key())) {
        byId.merge(
            Ids.hit(transferId, leg.role(), leg.address().key(), listing.listingId()),
            hit(transferId, leg, listing),
            Hits::closer);
      }
    }
    return byId.values().stream().sorted(Comparator.comparing(Hit::hitId)).toList();
  }

  private static Hit hit(String transferId, Leg leg, Listing listing) {
    Address address = leg.address();
    return new Hit(
        Ids.hit(transferId, leg.role(), address.key(), listing.listingId()),
        leg.role(),
        address.text(),
        address.key(),
        match(address, listing),
        listing,
        Optional.empty());
  }

  /** What an unreadable row lists is not known; ADDRESS is the stricter reading. */
  static Match match(Address address, Listing listing) {
    if (listing.authority().equals(Listing.UNREADABLE)) {
      return Match.ADDRESS;
    }
    boolean itself =
        listing.derivation().isEmpty()
            && Addresses.readAnyChain(listing.address()) instanceof Address listed
            && address.isSpellingOf(listed);
    return itself ? Match.ADDRESS : Match.KEY;
  }

  private static Hit closer(Hit first, Hit second) {
    return first.match() == Match.ADDRESS ? first : second;
  }
}
