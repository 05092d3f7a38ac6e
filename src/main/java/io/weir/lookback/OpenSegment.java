package io.weir.lookback;

/** The segment that is being filled; its keys live in memory. */
final class OpenSegment {
  /** A filter of so many keys still fits into a record of a changelog, which takes a megabyte. */
  static final int MAX_KEYS = 500_000;

  private final long from;
  private final int maxRecords;
  private long end;
  private long fromTime = Long.MAX_VALUE;
  private long toTime = Long.MIN_VALUE;
  private int records;
  private long lowestPosition = Long.MAX_VALUE;
  private final KeySet keys = new KeySet();

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
    keys.add(key);
  }

  boolean isFull() {
    return records >= maxRecords || keys.size() >= MAX_KEYS;
  }

  boolean isEmpty() {
    return records == 0;
  }

  boolean mayHold(long key) {
    return keys.holds(key);
  }

  /** What it is so far. */
  Segment segment() {
    return new Segment(from, end, fromTime, toTime, records, keys.size(), lowestPosition);
  }

  /** What it is when it is closed. */
  Closed close() {
    return new Closed(segment(), SegmentFilter.of(keys.toArray()));
  }

  /** A segment that is full. */
  record Closed(Segment segment, SegmentFilter filter) {}
}
