package io.weir.address;

import static io.weir.address.NotAnAddress.Reason.BAD_CHECKSUM;
import static io.weir.address.NotAnAddress.Reason.BAD_LENGTH;
import static io.weir.address.NotAnAddress.Reason.UNKNOWN_PREFIX;

import java.util.Arrays;
import java.util.Locale;

/** Bitcoin Cash's own spelling of its addresses; the prefix may be left out. */
final class CashAddr {
  private static final String PREFIX = "bitcoincash";

  private static final int CHECKSUM_LENGTH = 8;

  /** Digits of a 20-byte and of a 32-byte hash, each with version and checksum. */
  private static final int SHORT_LENGTH = 42;

  private static final int LONG_LENGTH = 61;

  private static final long[] GENERATOR = {
    0x98f2bc8e61L, 0x79b76d99e2L, 0xf33e5fb3c4L, 0xae2eabe2a8L, 0x1e4f43e470L
  };

  private CashAddr() {}

  /** Whether the text looks like one without its prefix. */
  static boolean hasBareShape(String text) {
    if (text.length() != SHORT_LENGTH && text.length() != LONG_LENGTH) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!Base32.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return !Texts.isMixedCase(text, 0);
  }

  static Address read(String text) throws BadAddress {
    int colon = text.indexOf(':');
    if (colon >= 0 && !text.substring(0, colon).toLowerCase(Locale.ROOT).equals(PREFIX)) {
      throw new BadAddress(UNKNOWN_PREFIX, "Only " + PREFIX + ": may stand before a colon");
    }
    byte[] values = Base32.decode(text, colon + 1);
    Base32.checkOneCase(text);
    if (values.length <= CHECKSUM_LENGTH) {
      throw new BadAddress(BAD_LENGTH, "There is no room for an address behind the prefix");
    }
    if (remainder(values) != 0) {
      throw new BadAddress(BAD_CHECKSUM, "The checksum of the cash address fails");
    }
    byte[] payload = Base32.toBytes(values, 0, values.length - CHECKSUM_LENGTH);
    byte[] hash = Arrays.copyOfRange(payload, 1, payload.length);
    int size = payload[0] & 7;
    if (hash.length != (size == 0 ? 20 : 32) || (size != 0 && size != 3)) {
      throw new BadAddress(BAD_LENGTH, "A hash of " + hash.length + " bytes is not in use");
    }
    return switch (payload[0] >> 3) {
      // 2 and 3 are 0 and 1 of a wallet that also takes CashTokens.
      case 0, 2 -> keyHash(text, hash);
      case 1, 3 -> Address.of(text, AddressKey.scriptHash(hash), BitcoinVersion.P2SH_FORM);
      default ->
          throw new BadAddress(
              UNKNOWN_PREFIX, "There is no cash address of type " + (payload[0] >> 3));
    };
  }

  private static Address keyHash(String text, byte[] hash) throws BadAddress {
    if (hash.length != 20) {
      throw new BadAddress(BAD_LENGTH, "The hash of a public key has 20 bytes");
    }
    return Address.of(text, AddressKey.pubkeyHash(hash), BitcoinVersion.P2PKH_FORM);
  }

  private static long remainder(byte[] values) {
    long check = 1;
    for (int i = 0; i < PREFIX.length(); i++) {
      check = step(check, PREFIX.charAt(i) & 31);
    }
    check = step(check, 0);
    for (byte value : values) {
      check = step(check, value);
    }
    return check ^ 1;
  }

  private static long step(long check, int value) {
    long top = check >>> 35;
    long next = (check & 0x7ffffffffL) << 5 ^ value;
    for (int i = 0; i < GENERATOR.length; i++) {
      next ^= (top >> i & 1) * GENERATOR[i];
    }
    return next;
  }
}
