package io.weir.screening;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.address.AddressKey;
import io.weir.domain.Listing;
import io.weir.domain.Samples;
import io.weir.domain.SanctionedAddress;
import java.util.List;

/** List rows for tests of the index: the text of a key and the id of the entry that lists it. */
final class StringRows {
  private StringRows() {}

  static byte[] of(AddressKey key, String entry) {
    return (entry + ' ' + key).getBytes(UTF_8);
  }

  static SanctionedAddress decode(byte[] row) {
    String text = new String(row, UTF_8);
    int space = text.indexOf(' ');
    AddressKey key = AddressKey.parse(text.substring(space + 1));
    Listing listing = Samples.listing("OFAC", text.substring(0, space), "NAME", key, "published");
    return new SanctionedAddress(key, List.of(listing));
  }

  /** The entries that list a key; the word {@code unreadable} for a row without details. */
  static List<String> entries(ListIndex index, AddressKey key) {
    return index.listings(key).stream()
        .map(
            listing ->
                listing.authority().equals(Listing.UNREADABLE) ? "unreadable" : listing.entryId())
        .toList();
  }
}
