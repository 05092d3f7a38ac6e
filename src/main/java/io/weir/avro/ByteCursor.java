package io.weir.avro;

/**
 * A place in Avro's binary encoding. What cannot be passed sets it to failed, and it stays there:
 * an exception would cost more than the record.
 */
final class ByteCursor {
  private static final byte[] NO_BYTES = {};

  /** Avro refuses a longer int, so it is no number here. */
  private static final int MAX_INT_BYTES = 5;

  private byte[] bytes = NO_BYTES;
  private int at;
  private boolean failed;

  void begin(byte[] record, int offset) {
    bytes = record;
    at = offset;
    failed = false;
  }

  int at() {
    return at;
  }

  boolean hasFailed() {
    return failed;
  }

  void fail() {
    failed = true;
    at = bytes.length;
  }

  int remaining() {
    return bytes.length - at;
  }

  void skip(long count) {
    if (count < 0 || count > remaining()) {
      fail();
    } else {
      at += (int) count;
    }
  }

  /** A zig-zag number of up to ten bytes; 0 when there is none. */
  long number() {
    if (at < bytes.length && bytes[at] >= 0) {
      // One byte, as most lengths and branches are.
      int only = bytes[at++];
      return (only >>> 1) ^ -(long) (only & 1);
    }
    return longNumber();
  }

  /** A zig-zag number of 32 bits in up to five bytes; 0 when there is none. */
  int intNumber() {
    int from = at;
    long value = number();
    if (at - from > MAX_INT_BYTES || value != (int) value) {
      fail();
      return 0;
    }
    return (int) value;
  }

  private long longNumber() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      if (at >= bytes.length) {
        break;
      }
      byte next = bytes[at++];
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return (value >>> 1) ^ -(value & 1);
      }
    }
    fail();
    return 0;
  }
}
