package io.weir.address;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Base 58 in Bitcoin's alphabet, into buffers of its own. Not safe for several threads. */
final class QuickBase58 {
  /** A Solana key has 44 characters, the longest of the addresses that come often. */
  private static final int MAX_LENGTH = 48;

  /** Digits taken at once: 58^5 is the largest power below 2^31. */
  private static final int CHUNK = 5;

  private static final long LIMB_MASK = 0xffff_ffffL;
  private static final int CHECKSUM_BYTES = 4;
  private static final byte[] DIGITS = new byte[256];

  static {
    String alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    Arrays.fill(DIGITS, (byte) -1);
    for (int i = 0; i < alphabet.length(); i++) {
      DIGITS[alphabet.charAt(i)] = (byte) i;
    }
  }

  private final int[] limbs = new int[MAX_LENGTH * 6 / Integer.SIZE + 1];
  private final byte[] bytes = new byte[2 * MAX_LENGTH];
  private final MessageDigest sha256 = sha256();
  private final byte[] hash = new byte[32];

  /** What was decoded last; valid up to the length that was returned. */
  byte[] bytes() {
    return bytes;
  }

  /** Decodes; returns the number of bytes, or -1 when the text is too long or no base 58. */
  int decode(byte[] text, int from, int to) {
    if (to - from > MAX_LENGTH) {
      return -1;
    }
    int at = from;
    while (at < to && text[at] == '1') {
      at++;
    }
    int zeros = at - from;
    int used = 0;
    while (at < to) {
      int end = Math.min(at + CHUNK, to);
      long carry = 0;
      long scale = 1;
      for (; at < end; at++) {
        int digit = DIGITS[text[at] & 0xff];
        if (digit < 0) {
          return -1;
        }
        carry = carry * 58 + digit;
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
    return bigEndian(zeros, used);
  }

  /** Whether the last four of so many bytes are the checksum of those before. */
  boolean checksumHolds(int length) {
    int payload = length - CHECKSUM_BYTES;
    try {
      sha256.update(bytes, 0, payload);
      sha256.digest(hash, 0, hash.length);
      sha256.update(hash, 0, hash.length);
      sha256.digest(hash, 0, hash.length);
    } catch (DigestException impossible) {
      throw new IllegalStateException("32 bytes hold a SHA-256", impossible);
    }
    return Arrays.equals(hash, 0, CHECKSUM_BYTES, bytes, payload, length);
  }

  private int bigEndian(int zeros, int used) {
    int significant =
        used == 0
            ? 0
            : used * Integer.BYTES - Integer.numberOfLeadingZeros(limbs[used - 1]) / Byte.SIZE;
    int length = zeros + significant;
    for (int i = 0; i < zeros; i++) {
      bytes[i] = 0;
    }
    for (int i = 0; i < significant; i++) {
      bytes[length - 1 - i] = (byte) (limbs[i / 4] >>> (8 * (i % 4)));
    }
    return length;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
