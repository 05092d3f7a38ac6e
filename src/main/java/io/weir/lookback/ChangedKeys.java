package io.weir.lookback;

/**
 * When each address key last changed, by its fingerprint: what every arriving transfer is asked
 * about, so in memory and without objects. A chance collision costs a look into the store.
 */
final class ChangedKeys {
  private static final int FIRST_CAPACITY = 1 << 10;

  /** 0 marks a free place; a key whose hash is 0 shares the place of hash 1. */
  private long[] hashes = new long[FIRST_CAPACITY];

  private long[] positions = new long[FIRST_CAPACITY];
  private int size;
  private long highest = -1;

  /** The highest position of any change; -1 for none. */
  long highest() {
    return highest;
  }

  /** Notes a change of a key. */
  void changed(long hash, long position) {
    highest = Math.max(highest, position);
    if (2 * (size + 1) > hashes.length) {
      grow();
    }
    put(hash == 0 ? 1 : hash, position);
  }

  /** Whether the key changed above a position. */
  boolean changedAbove(long hash, long position) {
    int place = place(hash == 0 ? 1 : hash);
    return hashes[place] != 0 && positions[place] > position;
  }

  private void put(long hash, long position) {
    int place = place(hash);
    if (hashes[place] == 0) {
      hashes[place] = hash;
      positions[place] = position;
      size++;
    } else {
      positions[place] = Math.max(positions[place], position);
    }
  }

  /** Where the hash is, or the free place where it would be. */
  private int place(long hash) {
    int place = (int) hash & (hashes.length - 1);
    while (hashes[place] != 0 && hashes[place] != hash) {
      place = (place + 1) & (hashes.length - 1);
    }
    return place;
  }

  private void grow() {
    long[] oldHashes = hashes;
    long[] oldPositions = positions;
    hashes = new long[oldHashes.length * 2];
    positions = new long[hashes.length];
    size = 0;
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldHashes[i] != 0) {
        put(oldHashes[i], oldPositions[i]);
      }
    }
  }
}
