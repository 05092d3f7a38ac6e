package io.weir.address;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The families of the declared chains, found by a chain's id or name without making an object. */
public final class QuickChains {
  /*
   * Most names have eight characters at most, and are then one number that is compared at once.
   * Measured: with a hash over each character, this was 3 % of a thread that screens.
   */

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long GOLDEN = 0x9e37_79b9_7f4a_7c15L;

  /** Half of the slots stay empty, so that a search is short. */
  private static final int SLOTS_FOR_EACH = 2;

  private final byte[] @Nullable [] words;
  private final long[] beginnings;
  private final Family[] families;
  private final int mask;

  public QuickChains(Chains chains) {
    int count = chains.all().stream().mapToInt(chain -> 1 + chain.names().size()).sum();
    int slots = Integer.highestOneBit(Math.max(1, SLOTS_FOR_EACH * count)) << 1;
    this.words = new byte[slots][];
    this.beginnings = new long[slots];
    this.families = new Family[slots];
    this.mask = slots - 1;
    for (Chain chain : chains.all()) {
      put(chain.id(), chain.family());
      chain.names().forEach(name -> put(name, chain.family()));
    }
  }

  private void put(String word, Family family) {
    byte[] bytes = word.getBytes(UTF_8);
    long beginning = beginning(bytes, 0, bytes.length);
    int slot = slot(beginning, bytes.length);
    while (words[slot] != null) {
      slot = (slot + 1) & mask;
    }
    words[slot] = bytes;
    beginnings[slot] = beginning;
    families[slot] = family;
  }

  /**
   * The family of the chain whose exact id or name stands in these bytes in UTF-8, from one index
   * to another; null when no such chain is declared.
   */
  public @Nullable Family find(byte[] text, int from, int to) {
    int length = to - from;
    long beginning = beginning(text, from, length);
    int slot = slot(beginning, length);
    for (byte[] word = words[slot]; word != null; word = words[slot]) {
      if (beginnings[slot] == beginning
          && word.length == length
          && (length <= Long.BYTES || Arrays.equals(word, 0, length, text, from, to))) {
        return families[slot];
      }
      slot = (slot + 1) & mask;
    }
    return null;
  }

  /** The first eight bytes as a number, zeros behind a shorter text. */
  private static long beginning(byte[] text, int from, int length) {
    if (text.length - from >= Long.BYTES) {
      long eight = (long) LONG.get(text, from);
      return length >= Long.BYTES ? eight : eight & ~(-1L << (length * Byte.SIZE));
    }
    long few = 0;
    for (int i = Math.min(length, Long.BYTES) - 1; i >= 0; i--) {
      few = (few << Byte.SIZE) | (text[from + i] & 0xff);
    }
    return few;
  }

  private int slot(long beginning, int length) {
    return (int) (((beginning + length) * GOLDEN) >>> Integer.SIZE) & mask;
  }
}
