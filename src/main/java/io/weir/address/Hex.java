package io.weir.address;

import static io.weir.address.NotAnAddress.Reason.BAD_CHARACTER;
import static io.weir.address.NotAnAddress.Reason.BAD_LENGTH;

import java.util.HexFormat;

/** Base 16, with and without the 0x in front; case does not count. */
final class Hex {
  private Hex() {}

  /** The characters that 0x takes in front: 2 or 0. */
  static int prefixLength(String text) {
    return text.regionMatches(true, 0, "0x", 0, 2) ? 2 : 0;
  }

  /** Whether the text from this index on is hex digits only, so many of them. */
  static boolean isDigits(String text, int from, int count) {
    return text.length() - from == count && firstOther(text, from) == text.length();
  }

  /** Decodes the text from this index on. */
  static byte[] decode(String text, int from, int expectedBytes) throws BadAddress {
    int other = firstOther(text, from);
    if (other < text.length()) {
      throw new BadAddress(
          BAD_CHARACTER, Texts.quoteAt(text, other) + " is not a hexadecimal digit");
    }
    int digits = text.length() - from;
    if (digits != 2 * expectedBytes) {
      throw new BadAddress(
          BAD_LENGTH, digits + " hexadecimal digits instead of " + 2 * expectedBytes);
    }
    byte[] bytes = new byte[expectedBytes];
    for (int i = 0; i < expectedBytes; i++) {
      int high = HexFormat.fromHexDigit(text.charAt(from + 2 * i));
      int low = HexFormat.fromHexDigit(text.charAt(from + 2 * i + 1));
      bytes[i] = (byte) (high << 4 | low);
    }
    return bytes;
  }

  private static int firstOther(String text, int from) {
    int at = from;
    while (at < text.length() && HexFormat.isHexDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
