package io.weir.address;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The families of the declared chains, found by a chain's id or name without making an object. */
public final class QuickChains {
  private static final int SPREAD = 0x9e37_79b9;

  /** Half of the slots stay empty, so that a search is short. */
  private static final int SLOTS_FOR_EACH = 2;

  private final byte[] @Nullable [] words;
  private final Family[] families;
  private final int mask;

  public QuickChains(Chains chains) {
    int count = chains.all().stream().mapToInt(chain -> 1 + chain.names().size()).sum();
    int slots = Integer.highestOneBit(Math.max(1, SLOTS_FOR_EACH * count)) << 1;
    this.words = new byte[slots][];
    this.families = new Family[slots];
    this.mask = slots - 1;
    for (Chain chain : chains.all()) {
      put(chain.id(), chain.family());
      chain.names().forEach(name -> put(name, chain.family()));
    }
  }

  private void put(String word, Family family) {
    byte[] bytes = word.getBytes(UTF_8);
    int slot = hash(bytes, 0, bytes.length) & mask;
    while (words[slot] != null) {
      slot = (slot + 1) & mask;
    }
    words[slot] = bytes;
    families[slot] = family;
  }

  /**
   * The family of the chain whose exact id or name stands in these bytes in UTF-8, from one index
   * to another; null when no such chain is declared.
   */
  public @Nullable Family find(byte[] text, int from, int to) {
    int slot = hash(text, from, to) & mask;
    for (byte[] word = words[slot]; word != null; word = words[slot]) {
      if (Arrays.equals(word, 0, word.length, text, from, to)) {
        return families[slot];
      }
      slot = (slot + 1) & mask;
    }
    return null;
  }

  private static int hash(byte[] text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text[i];
    }
    return (hash * SPREAD) >>> Short.SIZE;
  }
}
