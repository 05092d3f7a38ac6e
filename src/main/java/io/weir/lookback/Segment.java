package io.weir.lookback;

import java.nio.ByteBuffer;

/**
 * A stretch of one partition of the screened topic.
 *
 * @param from the first offset that belongs to it
 * @param end the offset behind its last record
 * @param fromTime when its first transfer was screened, epoch milliseconds; the lowest there is
 * @param toTime when its last transfer was screened, epoch milliseconds; the highest there is
 * @param records transfers in it
 * @param keys distinct address keys in it
 * @param lowestPosition the lowest list position at which one of its transfers was screened: a
 *     change of the list at or below it was applied to all of them
 */
record Segment(
    long from, long end, long fromTime, long toTime, int records, int keys, long lowestPosition) {
  private static final int BYTES = 4 * Long.BYTES + 2 * Integer.BYTES;

  /** All but {@link #from}, which is the key that it is stored by. */
  byte[] bytes() {
    return ByteBuffer.allocate(BYTES)
        .putLong(end)
        .putLong(fromTime)
        .putLong(toTime)
        .putInt(records)
        .putInt(keys)
        .putLong(lowestPosition)
        .array();
  }

  static Segment read(long from, byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    return new Segment(
        from, in.getLong(), in.getLong(), in.getLong(), in.getInt(), in.getInt(), in.getLong());
  }

  /** Whether a transfer in it may have been screened in a span of time. */
  boolean overlaps(long from, long to) {
    return fromTime < to && toTime >= from;
  }
}
