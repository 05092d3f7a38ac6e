package io.weir.address;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Base 58 in Bitcoin's alphabet, into buffers of its own. Not safe for several threads. */
final class QuickBase58 {
  /** A Solana key has 44 characters, the longest of the addresses that come often. */
  private static final int MAX_LENGTH = 48;

  /** Digits taken at once: 58^10 is the largest power below 2^63. */
  private static final int CHUNK = 10;

  private static final int MAX_LIMBS = 5;
  private static final int CHECKSUM_BYTES = 4;
  private static final byte[] DIGITS = new byte[256];
  private static final long[] POWERS = new long[CHUNK + 1];

  private static final VarHandle BIG_ENDIAN =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  static {
    String alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    Arrays.fill(DIGITS, (byte) -1);
    for (int i = 0; i < alphabet.length(); i++) {
      DIGITS[alphabet.charAt(i)] = (byte) i;
    }
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 58;
    }
  }

  /** The number so far, 64 bits each, the lowest first. */
  private final long[] limbs = new long[MAX_LIMBS];

  /** What was decoded stands at its end. */
  private final byte[] bytes = new byte[MAX_LENGTH + MAX_LIMBS * Long.BYTES];

  private final MessageDigest sha256 = sha256();
  private final byte[] hash = new byte[32];

  /** Holds what was decoded last, in its last bytes. */
  byte[] bytes() {
    return bytes;
  }

  /** Where in {@link #bytes()} the last so many bytes begin. */
  int from(int length) {
    return bytes.length - length;
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
    int bad = 0;
    while (at < to) {
      int end = Math.min(at + CHUNK, to);
      long scale = POWERS[end - at];
      long chunk = 0;
      for (; at < end; at++) {
        int digit = DIGITS[text[at] & 0xff];
        bad |= digit;
        chunk = chunk * 58 + digit;
      }
      used = add(used, scale, chunk);
    }
    // What is no digit is -1, and nothing else sets the sign.
    return bad < 0 ? -1 : write(zeros, used);
  }

  /** Multiplies the number and adds to it; returns how many limbs it has then. */
  private int add(int used, long scale, long chunk) {
    long carry = chunk;
    for (int i = 0; i < used; i++) {
      long limb = limbs[i];
      long product = limb * scale;
      long low = product + carry;
      // As signed numbers: a negative limb is 2^64 less than the unsigned one.
      long high = Math.multiplyHigh(limb, scale) + ((limb >> 63) & scale);
      // The sum's own carry, out of its highest bits; a comparison would be a guess at random.
      carry = high + (((product & carry) | ((product | carry) & ~low)) >>> 63);
      limbs[i] = low;
    }
    if (carry == 0) {
      return used;
    }
    limbs[used] = carry;
    return used + 1;
  }

  /** Whether the last four of so many bytes are the checksum of those before. */
  boolean checksumHolds(int length) {
    int payload = length - CHECKSUM_BYTES;
    int from = from(length);
    try {
      sha256.update(bytes, from, payload);
      sha256.digest(hash, 0, hash.length);
      sha256.update(hash, 0, hash.length);
      sha256.digest(hash, 0, hash.length);
    } catch (DigestException impossible) {
      throw new IllegalStateException("32 bytes hold a SHA-256", impossible);
    }
    return Arrays.equals(hash, 0, CHECKSUM_BYTES, bytes, from + payload, bytes.length);
  }

  private int write(int zeros, int used) {
    int length = zeros;
    for (int i = 0; i < used; i++) {
      BIG_ENDIAN.set(bytes, bytes.length - (i + 1) * Long.BYTES, limbs[i]);
    }
    if (used > 0) {
      length += used * Long.BYTES - Long.numberOfLeadingZeros(limbs[used - 1]) / Byte.SIZE;
    }
    int from = from(length);
    for (int i = 0; i < zeros; i++) {
      bytes[from + i] = 0;
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
