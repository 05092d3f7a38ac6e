package io.weir.address;

import java.util.Optional;

/** Addresses of EVM chains. */
final class Evm {
  static final int ACCOUNT_BYTES = 20;

  private Evm() {}

  static Address read(String text) throws BadAddress {
    return read(text, "evm");
  }

  /** Reads 20 bytes in hex, with or without 0x, as an address of this form. */
  static Address read(String text, String form) throws BadAddress {
    int from = Hex.prefixLength(text);
    AddressKey key = AddressKey.account(Hex.decode(text, from, ACCOUNT_BYTES));
    return new Address(text, key, form, warning(text, from));
  }

  private static Optional<String> warning(String text, int from) {
    // A failed checksum is no refusal: wallets and exports differ in what they write.
    return Eip55.holds(text, from)
        ? Optional.empty()
        : Optional.of("The case of the letters fails the EIP-55 checksum");
  }
}
