package io.weir.address;

import static io.weir.address.NotAnAddress.Reason.BAD_LENGTH;
import static io.weir.address.NotAnAddress.Reason.UNKNOWN_PREFIX;

import java.util.Arrays;

/** Addresses of Tron: base58check, or hex with or without the version byte 0x41. */
final class Tron {
  private static final String FORM = "tron";
  private static final byte VERSION = 0x41;

  private Tron() {}

  static Address read(String text) throws BadAddress {
    int from = Hex.prefixLength(text);
    if (hasVersionedHexShape(text)) {
      return of(text, Hex.decode(text, from, Evm.ACCOUNT_BYTES + 1));
    }
    return from > 0 ? Evm.read(text, FORM) : readBase58(text);
  }

  /** Whether the text is 41 and 40 more hex digits, with or without 0x. */
  static boolean hasVersionedHexShape(String text) {
    int from = Hex.prefixLength(text);
    return text.startsWith("41", from) && Hex.isDigits(text, from, 2 * (Evm.ACCOUNT_BYTES + 1));
  }

  static Address readBase58(String text) throws BadAddress {
    return of(text, Base58Check.decode(Base58.BITCOIN, text));
  }

  private static Address of(String text, byte[] payload) throws BadAddress {
    if (payload.length != Evm.ACCOUNT_BYTES + 1) {
      throw new BadAddress(
          BAD_LENGTH, "A payload of " + payload.length + " bytes is no Tron address");
    }
    if (payload[0] != VERSION) {
      throw new BadAddress(UNKNOWN_PREFIX, "A Tron address starts with T or 41");
    }
    byte[] account = Arrays.copyOfRange(payload, 1, payload.length);
    return Address.of(text, AddressKey.account(account), FORM);
  }
}
