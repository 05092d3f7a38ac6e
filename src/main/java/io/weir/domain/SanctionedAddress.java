package io.weir.domain;

import io.weir.address.AddressKey;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything that lists one address key, or allows an address of it: one row of the list topic.
 *
 * @param listings ordered by listing id, never empty
 */
public record SanctionedAddress(AddressKey key, List<Listing> listings) {
  public SanctionedAddress {
    if (listings.isEmpty()) {
      throw new IllegalArgumentException("Nothing lists " + key);
    }
    listings = listings.stream().sorted(Comparator.comparing(Listing::listingId)).toList();
  }

  /**
   * The last day, UTC, on which anything lists the key; {@link LocalDate#MAX} when no end is set,
   * empty when nothing does, because all that is there allows.
   */
  public Optional<LocalDate> listedUntil() {
    return listings.stream()
        .flatMap(listing -> listing.listsUntil().stream())
        .max(Comparator.naturalOrder());
  }
}
