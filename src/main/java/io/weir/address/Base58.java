package io.weir.address;

import static io.weir.address.NotAnAddress.Reason.BAD_CHARACTER;
import static io.weir.address.NotAnAddress.Reason.BAD_LENGTH;

import java.math.BigInteger;
import java.util.Arrays;

/** Base 58, in Bitcoin's alphabet or in the XRP Ledger's. Case always counts. */
final class Base58 {
  static final Base58 BITCOIN =
      new Base58("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz");
  static final Base58 XRP =
      new Base58("rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz");

  /** Characters. Decoding is quadratic; the longest address read, Zcash Sprout's, has 95. */
  static final int MAX_LENGTH = 128;

  /** Digits taken at once: 58^5 is the largest power below 2^31. */
  private static final int CHUNK = 5;

  private static final BigInteger RADIX = BigInteger.valueOf(58);

  private static final long LIMB_MASK = 0xffff_ffffL;

  private final String alphabet;
  private final char zero;
  private final byte[] digits = new byte[128];

  private Base58(String alphabet) {
    this.alphabet = alphabet;
    zero = alphabet.charAt(0);
    Arrays.fill(digits, (byte) -1);
    for (int i = 0; i < alphabet.length(); i++) {
      digits[alphabet.charAt(i)] = (byte) i;
    }
  }

  /** Whether the text is of this alphabet only. */
  boolean isDigits(String text) {
    return text.chars().allMatch(c -> c < digits.length && digits[c] >= 0);
  }

  byte[] decode(String text) throws BadAddress {
    int length = text.length();
    if (length > MAX_LENGTH) {
      throw new BadAddress(
          BAD_LENGTH, length + " characters, longer than any base58 address known");
    }
    int zeros = 0;
    while (zeros < length && text.charAt(zeros) == zero) {
      zeros++;
    }
    // Little-endian, base 2^32; a digit holds less than 6 bits.
    int[] limbs = new int[(length - zeros) * 6 / Integer.SIZE + 1];
    int used = 0;
    int at = zeros;
    while (at < length) {
      int end = Math.min(at + CHUNK, length);
      long carry = 0;
      long scale = 1;
      for (; at < end; at++) {
        carry = carry * 58 + digit(text, at);
        scale *= 58;
      }
      for (int i = 0; i < used; i++) {
        carry += (limbs[i] & LIMB_MASK) * scale;
        limbs[i] = (int) carry;
        carry >>>= Integer.SIZE;
      }
      if (carry != 0) {
        limbs[used++] = (int) carry;
      }
    }
    return bigEndian(zeros, limbs, used);
  }

  String encode(byte[] bytes) {
    int zeros = 0;
    while (zeros < bytes.length && bytes[zeros] == 0) {
      zeros++;
    }
    StringBuilder reversed = new StringBuilder();
    BigInteger rest = new BigInteger(1, bytes);
    while (rest.signum() > 0) {
      BigInteger[] parts = rest.divideAndRemainder(RADIX);
      reversed.append(alphabet.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    return reversed.append(String.valueOf(zero).repeat(zeros)).reverse().toString();
  }

  private int digit(String text, int at) throws BadAddress {
    char c = text.charAt(at);
    int digit = c < digits.length ? digits[c] : -1;
    if (digit < 0) {
      throw new BadAddress(BAD_CHARACTER, Texts.quoteAt(text, at) + " is not a base58 digit");
    }
    return digit;
  }

  private static byte[] bigEndian(int zeros, int[] limbs, int used) {
    int significant =
        used == 0
            ? 0
            : used * Integer.BYTES - Integer.numberOfLeadingZeros(limbs[used - 1]) / Byte.SIZE;
    byte[] bytes = new byte[zeros + significant];
    for (int i = 0; i < significant; i++) {
      bytes[bytes.length - 1 - i] = (byte) (limbs[i / 4] >>> (8 * (i % 4)));
    }
    return bytes;
  }
}
