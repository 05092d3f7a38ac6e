package io.weir.domain;

import io.weir.address.AddressKey;
import java.util.Comparator;
import java.util.List;

/**
 * Everything that lists one address key: one row of the list topic.
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
}
