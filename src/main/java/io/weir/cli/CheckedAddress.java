package io.weir.cli;

import io.weir.address.Address;
import io.weir.address.AddressKey.Kind;
import io.weir.address.NotAnAddress;
import io.weir.address.Reading;
import io.weir.domain.Hit;
import io.weir.domain.Hits;
import io.weir.domain.Leg;
import io.weir.domain.Listing;
import io.weir.domain.Role;
import io.weir.domain.SanctionsList;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An address that was looked up as screening looks up a party.
 *
 * @param text as given
 * @param address as read; empty when it is none
 * @param hits what lists it
 * @param overrides the user's own decisions about it or another address of its key
 * @param remark what a careful reader should know; empty when nothing
 */
record CheckedAddress(
    String text,
    Optional<Address> address,
    List<Hit> hits,
    List<Listing> overrides,
    Optional<String> remark) {

  /** What the look-up found. */
  enum Verdict {
    CLEAR,
    LISTED,
    NOT_AN_ADDRESS
  }

  /**
   * Looks up an address of a chain that was named, or read by its shape alone.
   *
   * @param today UTC
   */
  static CheckedAddress of(
      String text, Reading reading, boolean byShape, SanctionsList list, LocalDate today) {
    if (reading instanceof NotAnAddress not) {
      return new CheckedAddress(
          text, Optional.empty(), List.of(), List.of(), Optional.of(not.detail()));
    }
    Address address = (Address) reading;
    // Role and transfer do not matter here; the matching is the very one that screening does.
    List<Hit> hits = Hits.of("check", List.of(new Leg(Role.RECEIVER, address)), list, today);
    List<Listing> overrides =
        list.listings(address.key()).stream()
            .filter(listing -> listing.override().isPresent())
            .toList();
    if (byShape && address.key().kind() == Kind.TEXT && hits.isEmpty() && overrides.isEmpty()) {
      return new CheckedAddress(
          text,
          Optional.empty(),
          hits,
          overrides,
          address.warning().map(why -> why + ". If it is one, name its chain: --chain CHAIN"));
    }
    return new CheckedAddress(text, Optional.of(address), hits, overrides, address.warning());
  }

  Verdict verdict() {
    if (address.isEmpty()) {
      return Verdict.NOT_AN_ADDRESS;
    }
    return hits.isEmpty() ? Verdict.CLEAR : Verdict.LISTED;
  }
}
