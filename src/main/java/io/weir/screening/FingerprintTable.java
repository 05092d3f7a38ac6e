package io.weir.screening;

import io.weir.address.Fingerprint;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.IntPredicate;

/**
 * Fingerprints and where their rows lie. One thread writes, any number read without locks: a reader
 * sees each row as it was before a change or after it. Several rows may share a fingerprint, so
 * whoever finds a row verifies it.
 */
@SuppressWarnings("NonAtomicVolatileUpdate") // the number of rows has one writer, as the table
final class FingerprintTable {
  /*
   * Reason to be: open addressing in two arrays, with the filter, takes 19 to 27 bytes of heap a
   * row, by its load. The hash map with the rows in it that stood here before took some 400 ('weir
   * bench list').
   *
   * The filter is there because nearly every search finds nothing. Of ten million rows the
   * fingerprints take 125 MB, and each search waited for the memory; the filter takes an eighth of
   * that and nearly always answers alone (ADR-0020, ADR-0025).
   */

  /** What is found when nothing is, and the position of a row that was taken out. */
  static final int NONE = -1;

  private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);
  private static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);
  private static final int MIN_CAPACITY = 1024;

  /** Longer arrays than this are not sure to be had. */
  private static final int MAX_CAPACITY = Integer.MAX_VALUE - 8;

  /** Fuller, and a search that finds nothing takes too many steps. */
  private static final double MAX_LOAD = 0.7;

  /** Slots of the next larger table for each row in this one. */
  private static final double ROOM = 2.1;

  private volatile Slots slots = new Slots(MIN_CAPACITY);
  private volatile int rows;

  /** Used slots, those of removed rows among them. */
  private int used;

  /** Not a record: its arrays are read on the hot path and never compared. */
  private static final class Slots {
    private final long[] fingerprints;
    private final int[] positions;
    private final FingerprintFilter filter;

    private Slots(int capacity) {
      fingerprints = new long[capacity];
      positions = new int[capacity];
      filter = new FingerprintFilter(capacity);
    }

    /** The high bits choose the slot, so that any capacity will do. */
    private int first(long fingerprint) {
      long high = Math.multiplyHigh(fingerprint, fingerprints.length);
      // As signed numbers: a negative fingerprint is 2^64 less than the unsigned one.
      return (int) (fingerprint < 0 ? high + fingerprints.length : high);
    }

    private int next(int slot) {
      return slot + 1 == fingerprints.length ? 0 : slot + 1;
    }

    private boolean holds(long fingerprint) {
      int slot = first(fingerprint);
      while (true) {
        long there = (long) LONGS.getAcquire(fingerprints, slot);
        if (there == fingerprint) {
          return true;
        }
        if (there == Fingerprint.NONE) {
          return false;
        }
        slot = next(slot);
      }
    }
  }

  /**
   * Tells of many fingerprints whether a row of each may be there.
   *
   * @param wanted the fingerprints
   * @param count how many of them
   * @param found another array; at the same places: 0 where certainly no row is there, else another
   *     number
   */
  void lookUp(long[] wanted, int count, long[] found) {
    Slots now = slots;
    for (int i = 0; i < count; i++) {
      found[i] = now.first(wanted[i]);
    }
    // Nothing else in this loop, so that the memory is asked for many words at a time (ADR-0025).
    for (int i = 0; i < count; i++) {
      found[i] = now.filter.word((int) found[i]);
    }
    for (int i = 0; i < count; i++) {
      boolean isThere = FingerprintFilter.passes(found[i], wanted[i]) && now.holds(wanted[i]);
      found[i] = isThere ? 1 : 0;
    }
  }

  /**
   * The position of the right row of this fingerprint; {@link #NONE} when there is none.
   *
   * @param isRight tells rows of the same fingerprint apart by their positions
   */
  int find(long fingerprint, IntPredicate isRight) {
    Slots now = slots;
    int slot = now.first(fingerprint);
    while (true) {
      long there = (long) LONGS.getAcquire(now.fingerprints, slot);
      if (there == Fingerprint.NONE) {
        return NONE;
      }
      if (there == fingerprint) {
        int position = (int) INTS.getAcquire(now.positions, slot);
        if (position != NONE && isRight.test(position)) {
          return position;
        }
      }
      slot = now.next(slot);
    }
  }

  /**
   * Puts a row in the place of an older one, or in a new place.
   *
   * @param isSame finds the older one among rows of the same fingerprint
   */
  void put(long fingerprint, int position, IntPredicate isSame) {
    int slot = slotOf(fingerprint, isSame);
    if (slot != NONE) {
      INTS.setRelease(slots.positions, slot, position);
      return;
    }
    if (used + 1 > slots.fingerprints.length * MAX_LOAD) {
      grow();
    }
    insert(slots, fingerprint, position);
    rows = rows + 1;
  }

  /** Takes a row out; does nothing when it is not there. */
  void remove(long fingerprint, IntPredicate isSame) {
    int slot = slotOf(fingerprint, isSame);
    if (slot != NONE) {
      // Its fingerprint stays, so that a search for those behind it goes on.
      INTS.setRelease(slots.positions, slot, NONE);
      rows = rows - 1;
    }
  }

  /** How many rows there are. */
  int size() {
    return rows;
  }

  void clear() {
    slots = new Slots(MIN_CAPACITY);
    rows = 0;
    used = 0;
  }

  private int slotOf(long fingerprint, IntPredicate isSame) {
    Slots now = slots;
    int slot = now.first(fingerprint);
    while (now.fingerprints[slot] != Fingerprint.NONE) {
      if (now.fingerprints[slot] == fingerprint
          && now.positions[slot] != NONE
          && isSame.test(now.positions[slot])) {
        return slot;
      }
      slot = now.next(slot);
    }
    return NONE;
  }

  private void insert(Slots into, long fingerprint, int position) {
    int slot = into.first(fingerprint);
    while (into.fingerprints[slot] != Fingerprint.NONE) {
      if (into.fingerprints[slot] == fingerprint && into.positions[slot] == NONE) {
        INTS.setRelease(into.positions, slot, position);
        return;
      }
      slot = into.next(slot);
    }
    into.positions[slot] = position;
    into.filter.letPass(into.first(fingerprint), fingerprint);
    // Whoever sees the fingerprint sees its position.
    LONGS.setRelease(into.fingerprints, slot, fingerprint);
    used++;
  }

  /** Readers go on with the old table until the new one is whole. */
  private void grow() {
    Slots old = slots;
    long wanted = Math.max(MIN_CAPACITY, (long) (rows * ROOM));
    if (wanted > MAX_CAPACITY) {
      throw new IllegalStateException("The list has too many rows: " + rows);
    }
    Slots larger = new Slots((int) wanted);
    used = 0;
    for (int slot = 0; slot < old.fingerprints.length; slot++) {
      if (old.fingerprints[slot] != Fingerprint.NONE && old.positions[slot] != NONE) {
        insert(larger, old.fingerprints[slot], old.positions[slot]);
      }
    }
    slots = larger;
  }
}
