package io.weir.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

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

  /** The same as texts, for another process. */
  Map<String, String> fields() {
    Map<String, String> fields = new HashMap<>();
    fields.put("bytes", Long.toString(bytes));
    put(fields, "records", records);
    put(fields, "hits", hits);
    put(fields, "found", found);
    return fields;
  }

  private static void put(Map<String, String> fields, String name, Tally.Result tally) {
    fields.put(name + "-count", Long.toString(tally.count()));
    fields.put(name + "-sum", Long.toString(tally.sum()));
  }

  /** What another process wrote with {@link #fields}. */
  static Expected of(Map<String, String> fields) {
    return new Expected(
        number(fields, "bytes"),
        tally(fields, "records"),
        tally(fields, "hits"),
        tally(fields, "found"));
  }

  private static Tally.Result tally(Map<String, String> fields, String name) {
    return new Tally.Result(number(fields, name + "-count"), number(fields, name + "-sum"));
  }

  private static long number(Map<String, String> fields, String name) {
    return Long.parseLong(Objects.requireNonNull(fields.get(name), name));
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
