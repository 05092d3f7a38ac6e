package io.weir.domain;

import io.weir.address.Address;
import io.weir.address.Addresses;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Which of the user's own decisions allows a hit. */
final class Allowing {
  private Allowing() {}

  /**
   * The listing that allows it. An allow is about one address, not about the others of its key; it
   * is never about what the user lists, nor about what cannot be read.
   *
   * @param address of the party
   * @param hit the listing it hits
   * @param all everything at the address's key
   * @param today UTC
   */
  static Optional<Listing> of(Address address, Listing hit, List<Listing> all, LocalDate today) {
    if (hit.authority().equals(ListOverride.AUTHORITY)
        || hit.authority().equals(Listing.UNREADABLE)) {
      return Optional.empty();
    }
    return all.stream()
        .filter(Listing::allows)
        .filter(allow -> isAbout(allow, hit, today) && isOf(allow, address))
        .findFirst();
  }

  private static boolean isAbout(Listing allow, Listing hit, LocalDate today) {
    return allow
        .override()
        .filter(
            own ->
                own.holdsOn(today) && own.onlyAuthority().map(hit.authority()::equals).orElse(true))
        .isPresent();
  }

  private static boolean isOf(Listing allow, Address address) {
    return allow.derivation().isEmpty()
        && Addresses.readAnyChain(allow.address()) instanceof Address allowed
        && address.isSpellingOf(allowed);
  }
}
