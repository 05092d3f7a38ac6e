package io.weir.address;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Some of the texts that were read of late, whole, and their fingerprints. Not safe for several
 * threads.
 */
final class RecentTexts {
  /*
   * Measured reason to be: the contracts of tokens and the wallets of the exchange come again and
   * again, and to decode base 58 and hash it twice takes many times as long as to compare a text.
   */

  /** A power of two. */
  private static final int SLOTS = 1 << 10;

  private static final int SLOT_SHIFT = Long.SIZE - 10;
  private static final int MIN_LENGTH = Long.BYTES;
  private static final int MAX_LENGTH = 40;
  private static final long GOLDEN = 0x9e37_79b9_7f4a_7c15L;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] texts = new byte[SLOTS * MAX_LENGTH];
  private final byte[] lengths = new byte[SLOTS];
  private final long[] fingerprints = new long[SLOTS];

  /** The fingerprint of this very text; {@link Fingerprint#NONE} when it is not among them. */
  long find(byte[] text, int from, int to) {
    int length = to - from;
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      return Fingerprint.NONE;
    }
    int slot = slot(text, from, to);
    int start = slot * MAX_LENGTH;
    return lengths[slot] == length && Arrays.equals(texts, start, start + length, text, from, to)
        ? fingerprints[slot]
        : Fingerprint.NONE;
  }

  /** Keeps a text in the place of another. */
  void put(byte[] text, int from, int to, long fingerprint) {
    int length = to - from;
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      return;
    }
    int slot = slot(text, from, to);
    System.arraycopy(text, from, texts, slot * MAX_LENGTH, length);
    lengths[slot] = (byte) length;
    fingerprints[slot] = fingerprint;
  }

  private static int slot(byte[] text, int from, int to) {
    long begin = (long) LONG.get(text, from);
    long end = (long) LONG.get(text, to - Long.BYTES);
    return (int) (((begin * GOLDEN ^ end) * GOLDEN) >>> SLOT_SHIFT);
  }
}
