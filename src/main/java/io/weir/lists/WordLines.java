package io.weir.lists;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.function.BiConsumer;

/** A set of ASCII words, each with the line it was first seen on; a few dozen bytes a word. */
final class WordLines {
  private static final int FIRST_SLOTS = 1 << 10;

  private final int maxBytes;

  /** The words one behind the other. */
  private byte[] text = new byte[FIRST_SLOTS * 32];

  /** By word: where it starts in the text; it ends where the next one starts. */
  private int[] starts = new int[FIRST_SLOTS];

  /** By word: its line; 0 when it was taken out. */
  private int[] lines = new int[FIRST_SLOTS];

  /** Open addressing: the number of a word and one, or 0. */
  private int[] slots = new int[2 * FIRST_SLOTS];

  private int count;

  /**
   * @param maxBytes how much text it holds at most
   */
  WordLines(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Adds a word unless it is there; whether there was room for it. */
  boolean add(byte[] word, int length, int line) {
    int slot = find(word, length);
    if (slots[slot] != 0) {
      return true;
    }
    int start = starts[count];
    if (start + length > maxBytes) {
      return false;
    }
    text = roomFor(text, start + length);
    starts = roomFor(starts, count + 2);
    lines = roomFor(lines, count + 1);
    System.arraycopy(word, 0, text, start, length);
    lines[count] = line;
    starts[count + 1] = start + length;
    count++;
    slots[slot] = count;
    if (2 * count > slots.length) {
      rehash();
    }
    return true;
  }

  /** Takes a word out; nothing happens when it is not there. */
  void remove(byte[] word, int length) {
    int number = slots[find(word, length)];
    if (number != 0) {
      lines[number - 1] = 0;
    }
  }

  /** Gives the line and the text of each word that is left, in the order they were added. */
  void forEach(BiConsumer<Integer, String> action) {
    for (int i = 0; i < count; i++) {
      if (lines[i] != 0) {
        action.accept(lines[i], new String(text, starts[i], starts[i + 1] - starts[i], ISO_8859_1));
      }
    }
  }

  /** The slot of this word, or the empty one it would go to. */
  private int find(byte[] word, int length) {
    int slot = slot(word, 0, length);
    while (slots[slot] != 0) {
      int at = slots[slot] - 1;
      if (Arrays.equals(text, starts[at], starts[at + 1], word, 0, length)) {
        return slot;
      }
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private int slot(byte[] bytes, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    // Fibonacci hashing spreads what differs in few characters.
    return (hash * 0x9e3779b9) >>> (Integer.numberOfLeadingZeros(slots.length) + 1);
  }

  private void rehash() {
    slots = new int[2 * slots.length];
    for (int i = 0; i < count; i++) {
      int slot = slot(text, starts[i], starts[i + 1]);
      while (slots[slot] != 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = i + 1;
    }
  }

  private static byte[] roomFor(byte[] array, int size) {
    return size <= array.length ? array : Arrays.copyOf(array, Math.max(size, 2 * array.length));
  }

  private static int[] roomFor(int[] array, int size) {
    return size <= array.length ? array : Arrays.copyOf(array, Math.max(size, 2 * array.length));
  }
}
