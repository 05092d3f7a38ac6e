package io.weir.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What a load must lead to.
 *
 * @param bytes of all values
 * @param records keys and values
 * @param hits ids of the hits
 * @param found keys of the transfers whose hit a comparison of texts finds
 */
record Expected(long bytes, Tally.Result records, Tally.Result hits, Tally.Result found) {
  static final Expected NOTHING =
      new Expected(0, Tally.Result.NOTHING, Tally.Result.NOTHING, Tally.Result.NOTHING);

  /** The two together. */
  Expected plus(Expected other) {
    return new Expected(
        bytes + other.bytes,
        records.plus(other.records),
        hits.plus(other.hits),
        found.plus(other.found));
  }

  /** Adds up records as they are made. Not safe for several threads. */
  static final class Counter {
    private final Tally records = new Tally();
    private final Tally hits = new Tally();
    private final Tally found = new Tally();
    private long bytes;

    void add(byte[] key, byte[] value, LoadTransfer transfer) {
      bytes += value.length;
      records.add(key, value);
      transfer.hitId().ifPresent(id -> hits.add(id.getBytes(UTF_8)));
      if (transfer.isFoundByText()) {
        found.add(key);
      }
    }

    Expected result() {
      return new Expected(bytes, records.result(), hits.result(), found.result());
    }
  }
}
