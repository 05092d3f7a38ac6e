package io.weir.address;

import java.util.Optional;

/**
 * A text that was read as an address.
 *
 * @param text the text as given, trimmed
 * @param key what it means
 * @param form how it is encoded, such as {@code evm}, {@code tron}, {@code p2pkh:00} or {@code
 *     bech32:bc}: spellings of one address share key and form, different addresses of one
 *     credential share the key alone
 * @param warning what a careful reader should know, such as a failed EIP-55 checksum; empty when
 *     nothing
 */
public record Address(String text, AddressKey key, String form, Optional<String> warning)
    implements Reading {

  static Address of(String text, AddressKey key, String form) {
    return new Address(text, key, form, Optional.empty());
  }

  static Address ofText(String text) {
    return ofText(text, text);
  }

  /** An address that is compared as text, in this spelling of it. */
  static Address ofText(String text, String canonical) {
    return of(text, AddressKey.text(canonical), "text");
  }

  Address withWarning(String warning) {
    return new Address(text, key, form, Optional.of(warning));
  }

  /** Whether this is the other address itself, in whatever spelling; not just one of its key. */
  public boolean isSpellingOf(Address other) {
    return key.equals(other.key) && form.equals(other.form);
  }
}
