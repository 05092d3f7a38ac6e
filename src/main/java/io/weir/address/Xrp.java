package io.weir.address;

import static io.weir.address.NotAnAddress.Reason.BAD_LENGTH;
import static io.weir.address.NotAnAddress.Reason.UNKNOWN_PREFIX;

import java.util.Arrays;

/** Addresses of the XRP Ledger: classic ones, and X-addresses, which add a tag (XLS-5). */
final class Xrp {
  private static final int HASH_BYTES = 20;
  private static final int CLASSIC_BYTES = 1 + HASH_BYTES;

  /** Prefix, hash, one byte of flags, eight of tag. */
  private static final int X_BYTES = 2 + HASH_BYTES + 1 + 8;

  private Xrp() {}

  static Address read(String text) throws BadAddress {
    byte[] payload = Base58Check.decode(Base58.XRP, text);
    return switch (payload.length) {
      case CLASSIC_BYTES -> readClassic(text, payload);
      case X_BYTES -> readX(text, payload);
      default ->
          throw new BadAddress(
              BAD_LENGTH, "A payload of " + payload.length + " bytes is no XRP address");
    };
  }

  private static Address readClassic(String text, byte[] payload) throws BadAddress {
    if (payload[0] != 0) {
      throw new BadAddress(UNKNOWN_PREFIX, "A classic XRP address starts with r");
    }
    return of(text, payload, 1);
  }

  private static Address readX(String text, byte[] payload) throws BadAddress {
    if (payload[0] != 0x05 || payload[1] != 0x44) {
      throw new BadAddress(UNKNOWN_PREFIX, "An X-address of the main network starts with X");
    }
    int flags = payload[2 + HASH_BYTES];
    // 0: no tag, 1: a tag of 32 bits; the bytes not needed must be zero.
    int tagEnd = X_BYTES - 8 + (flags == 1 ? 4 : 0);
    if (flags < 0 || flags > 1 || !isZero(payload, tagEnd)) {
      throw new BadAddress(BAD_LENGTH, "The tag of the X-address has more than 32 bits");
    }
    // The tag names a customer of the account, not another account.
    return of(text, payload, 2);
  }

  private static boolean isZero(byte[] bytes, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static Address of(String text, byte[] payload, int from) {
    byte[] hash = Arrays.copyOfRange(payload, from, from + HASH_BYTES);
    return Address.of(text, AddressKey.pubkeyHash(hash), "xrp");
  }
}
