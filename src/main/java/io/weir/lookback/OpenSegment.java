package io.weir.lookback;

import java.util.Arrays;

/** The segment that is being filled; its keys live in memory. */
final class OpenSegment {
  /** A filter of so many keys still fits into a record of a changelog, which takes a megabyte. */
  static final int MAX_KEYS = 500_000;

  private static final int FIRST_CAPACITY = 1024;

  private final long from;
  private final int maxRecords;
  private long end;
  private long fromTime = Long.MAX_VALUE;
  private long toTime = Long.MIN_VALUE;
  private int records;
  private long lowestPosition = Long.MAX_VALUE;
  private long[] keys = new long[FIRST_CAPACITY];
  private int count;

  /**
   * @param from the first offset that belongs to it
   * @param maxRecords with how many it is full
   */
  OpenSegment(long from, int maxRecords) {
    this.from = from;
    this.end = from;
    this.maxRecords = maxRecords;
  }

  /** Takes a transfer in; its keys come one by one with {@link #add(long)}. */
  void begin(long offset, long time, long position) {
    end = offset + 1;
    fromTime = Math.min(fromTime, time);
    toTime = Math.max(toTime, time);
    lowestPosition = Math.min(lowestPosition, position);
    records++;
  }

  void add(long key) {
    // One party is often sender and initiator, and one token contract is in a row of transfers.
    if (count > 0 && keys[count - 1] == key) {
      return;
    }
    if (count == keys.length) {
      keys = Arrays.copyOf(keys, count * 2);
    }
    keys[count++] = key;
  }

  boolean isFull() {
    return records >= maxRecords || count >= MAX_KEYS;
  }

  boolean isEmpty() {
    return records == 0;
  }

  boolean mayHold(long key) {
    for (int i = 0; i < count; i++) {
      if (keys[i] == key) {
        return true;
      }
    }
    return false;
  }

  /** What it is so far. */
  Segment segment() {
    return segment(0);
  }

  /** What it is when it is closed, with its keys, sorted and each once. */
  Closed close() {
    long[] distinct = SegmentFilter.distinct(keys, count);
    return new Closed(segment(distinct.length), SegmentFilter.of(distinct));
  }

  /** A segment that is full. */
  record Closed(Segment segment, SegmentFilter filter) {}

  private Segment segment(int distinct) {
    return new Segment(from, end, fromTime, toTime, records, distinct, lowestPosition);
  }
}
