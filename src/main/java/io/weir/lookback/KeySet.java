package io.weir.lookback;

import io.weir.address.Fingerprint;

/** Fingerprints of address keys, each once, without objects. */
final class KeySet {
  private static final int FIRST_CAPACITY = 1 << 10;

  /** A power of two of places, a third of them {@link Fingerprint#NONE}, which is no key. */
  private long[] places = new long[FIRST_CAPACITY];

  private int size;

  int size() {
    return size;
  }

  void add(long key) {
    int place = place(key);
    if (places[place] == Fingerprint.NONE) {
      places[place] = key;
      size++;
      if (3 * size > 2 * places.length) {
        grow();
      }
    }
  }

  boolean holds(long key) {
    return places[place(key)] != Fingerprint.NONE;
  }

  /** All of them, in no order. */
  long[] toArray() {
    long[] keys = new long[size];
    int next = 0;
    for (long key : places) {
      if (key != Fingerprint.NONE) {
        keys[next++] = key;
      }
    }
    return keys;
  }

  /** Where the key is, or the free place where it would be. */
  private int place(long key) {
    int place = (int) key & (places.length - 1);
    while (places[place] != Fingerprint.NONE && places[place] != key) {
      place = (place + 1) & (places.length - 1);
    }
    return place;
  }

  private void grow() {
    long[] before = places;
    places = new long[before.length * 2];
    for (long key : before) {
      if (key != Fingerprint.NONE) {
        places[place(key)] = key;
      }
    }
  }
}
