package io.weir.bench;

import java.util.zip.CRC32C;

/**
 * How many things there are and a sum of their checksums, which does not depend on their order: two
 * tallies are equal when nothing is lost, repeated or changed. Not safe for several threads.
 */
final class Tally {
  private final CRC32C crc = new CRC32C();
  private long count;
  private long sum;

  /** What a tally came to. */
  record Result(long count, long sum) {
    static final Result NOTHING = new Result(0, 0);

    Result plus(Result other) {
      return new Result(count + other.count, sum + other.sum);
    }

    @Override
    public String toString() {
      return count + "/" + Long.toHexString(sum);
    }
  }

  /** Adds one thing that consists of these parts; a missing part counts as an empty one. */
  void add(byte[]... parts) {
    crc.reset();
    long length = 0;
    for (byte[] part : parts) {
      crc.update(part);
      length = length * 31 + part.length;
    }
    count++;
    // Spread over 64 bits, so that sums of other sets are equal by no pattern.
    long mixed = (crc.getValue() ^ (length << 32)) * 0xBF58476D1CE4E5B9L;
    sum += mixed ^ (mixed >>> 31);
  }

  Result result() {
    return new Result(count, sum);
  }
}
