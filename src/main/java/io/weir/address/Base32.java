package io.weir.address;

import static io.weir.address.NotAnAddress.Reason.BAD_CHARACTER;
import static io.weir.address.NotAnAddress.Reason.BAD_LENGTH;
import static io.weir.address.NotAnAddress.Reason.MIXED_CASE;

import java.util.Arrays;

/** Base 32 in the alphabet that bech32 and cash addresses share; one case, either one. */
final class Base32 {
  private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

  private static final byte[] DIGITS = new byte[128];

  static {
    Arrays.fill(DIGITS, (byte) -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      char digit = ALPHABET.charAt(i);
      DIGITS[digit] = (byte) i;
      DIGITS[Character.toUpperCase(digit)] = (byte) i;
    }
  }

  private Base32() {}

  static boolean isDigit(char c) {
    return c < DIGITS.length && DIGITS[c] >= 0;
  }

  /** The values, 0 to 31, of the digits from this index on. */
  static byte[] decode(String text, int from) throws BadAddress {
    byte[] values = new byte[text.length() - from];
    for (int i = 0; i < values.length; i++) {
      char c = text.charAt(from + i);
      if (!isDigit(c)) {
        throw new BadAddress(
            BAD_CHARACTER, Texts.quoteAt(text, from + i) + " is not a bech32 digit");
      }
      values[i] = DIGITS[c];
    }
    return values;
  }

  /** Joins groups of five bits to bytes; what is left over must be less than a group, and zero. */
  static byte[] toBytes(byte[] values, int from, int to) throws BadAddress {
    int bits = (to - from) * 5;
    byte[] bytes = new byte[bits / 8];
    int buffer = 0;
    int held = 0;
    int at = 0;
    for (int i = from; i < to; i++) {
      buffer = (buffer << 5 | values[i]) & 0xfff;
      held += 5;
      if (held >= 8) {
        held -= 8;
        bytes[at++] = (byte) (buffer >> held);
      }
    }
    if (held >= 5 || (buffer & (1 << held) - 1) != 0) {
      throw new BadAddress(BAD_LENGTH, "The bits do not fill whole bytes");
    }
    return bytes;
  }

  /** Splits bytes into groups of five bits; the last is filled up with zeros. */
  static byte[] toGroups(byte[] bytes) {
    byte[] groups = new byte[(bytes.length * 8 + 4) / 5];
    int buffer = 0;
    int held = 0;
    int at = 0;
    for (byte next : bytes) {
      buffer = ((buffer << 8) | (next & 0xff)) & 0xfff;
      held += 8;
      while (held >= 5) {
        held -= 5;
        groups[at++] = (byte) (buffer >> held & 31);
      }
    }
    if (held > 0) {
      groups[at] = (byte) (buffer << (5 - held) & 31);
    }
    return groups;
  }

  /** The lower-case digits of values from 0 to 31. */
  static String encode(byte[] values) {
    StringBuilder text = new StringBuilder(values.length);
    for (byte value : values) {
      text.append(ALPHABET.charAt(value));
    }
    return text.toString();
  }

  static void checkOneCase(String text) throws BadAddress {
    if (Texts.isMixedCase(text, 0)) {
      throw new BadAddress(MIXED_CASE, "Upper and lower case are mixed, which bech32 forbids");
    }
  }
}
