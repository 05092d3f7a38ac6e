package io.weir.address;

import static io.weir.address.NotAnAddress.Reason.BAD_LENGTH;

/** Addresses of Solana: a public key in base58, without a checksum. */
final class Solana {
  private static final int KEY_BYTES = 32;

  private Solana() {}

  static Address read(String text) throws BadAddress {
    byte[] key = Base58.BITCOIN.decode(text);
    if (key.length != KEY_BYTES) {
      throw new BadAddress(BAD_LENGTH, key.length + " bytes instead of a Solana key's 32");
    }
    return Address.of(text, AddressKey.ed25519(key), "solana");
  }
}
