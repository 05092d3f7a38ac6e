package io.weir.screening;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Says of most fingerprints that are not in a table that they are not: each has three marks in a
 * word that it shares with those whose search begins at the same eight slots. Marks are never taken
 * back. One thread writes, any number read without locks.
 */
final class FingerprintFilter {
  /*
   * A word is read whole, and marks only come; more a reader need not know of the order. That he
   * sees the marks of every row up to a position is the doing of whoever publishes the position.
   */

  private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);

  /** Slots for each word, as a power of two; four to six rows mark it. */
  private static final int SLOTS_OF_A_WORD = 3;

  private final long[] words;

  FingerprintFilter(int slots) {
    words = new long[(slots >>> SLOTS_OF_A_WORD) + 1];
  }

  /**
   * The word in which fingerprints are marked whose search begins at this slot. Apart from {@link
   * #passes}, so that many can be asked for before one of them is needed.
   */
  long word(int slot) {
    return (long) LONGS.getOpaque(words, slot >>> SLOTS_OF_A_WORD);
  }

  /**
   * Whether a fingerprint may be marked in its word; false is certain: it was not when the word was
   * read.
   */
  static boolean passes(long word, long fingerprint) {
    long marks = marks(fingerprint);
    return (word & marks) == marks;
  }

  void letPass(int slot, long fingerprint) {
    int word = slot >>> SLOTS_OF_A_WORD;
    LONGS.setOpaque(words, word, words[word] | marks(fingerprint));
  }

  /** By the low bits of the fingerprint: the high ones have chosen the word. */
  private static long marks(long fingerprint) {
    return (1L << (fingerprint & 63))
        | (1L << ((fingerprint >>> 6) & 63))
        | (1L << ((fingerprint >>> 12) & 63));
  }
}
