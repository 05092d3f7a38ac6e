package io.weir.lookback;

import io.weir.avro.StoredRecords;
import io.weir.domain.ListingChange;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The scans of one partition, in the order of their changes, and how far the first one is. */
final class ScanQueue {
  /** Changes that one pass looks for: a publication brings them by the dozen. */
  static final int MOST_IN_A_PASS = 256;

  /** Above every number. */
  private static final Bytes RUNNING =
      Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(Long.MAX_VALUE).array());

  private final StoredRecords<ListingChange> records = StoredRecords.listingChanges();
  private final KeyValueStore<Bytes, byte[]> store;
  private Optional<Scan> running = Optional.empty();
  private long nextNumber;
  private int waiting;

  /** Reads what the store holds. */
  ScanQueue(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
    try (KeyValueIterator<Bytes, byte[]> rows = store.all()) {
      while (rows.hasNext()) {
        KeyValue<Bytes, byte[]> row = rows.next();
        if (!row.key.equals(RUNNING)) {
          nextNumber = number(row.key) + 1;
          waiting++;
        }
      }
    }
    byte[] stored = store.get(RUNNING);
    if (stored != null) {
      ByteBuffer in = ByteBuffer.wrap(stored);
      List<Scan.Task> tasks = first(in.getInt());
      byte[] progress = new byte[in.remaining()];
      in.get(progress);
      running = Optional.of(Scan.resume(tasks, progress));
    }
  }

  /**
   * Puts a change at the end.
   *
   * @param upTo the offset behind the last transfer that had arrived before it
   */
  void add(ListingChange change, long upTo) {
    byte[] encoded = records.encode(change);
    store.put(
        row(nextNumber++),
        ByteBuffer.allocate(Long.BYTES + encoded.length).putLong(upTo).put(encoded).array());
    waiting++;
  }

  /** Changes that are not done. */
  int size() {
    return waiting;
  }

  /** The scan that has begun. */
  Optional<Scan> running() {
    return running;
  }

  /**
   * Begins with the changes that came first.
   *
   * @param from the oldest offset there is
   * @param now epoch milliseconds
   */
  Scan start(long from, long now) {
    Scan scan = new Scan(first(MOST_IN_A_PASS), from, now);
    running = Optional.of(scan);
    return scan;
  }

  /** Stores how far the running scan is. */
  void save(Scan scan) {
    byte[] progress = scan.progress();
    store.put(
        RUNNING,
        ByteBuffer.allocate(Integer.BYTES + progress.length)
            .putInt(scan.tasks().size())
            .put(progress)
            .array());
  }

  /** Takes the running scan's changes away. */
  void finish(Scan scan) {
    scan.tasks().forEach(task -> store.delete(row(task.number())));
    store.delete(RUNNING);
    waiting -= scan.tasks().size();
    running = Optional.empty();
  }

  private List<Scan.Task> first(int most) {
    List<Scan.Task> tasks = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> rows = store.all()) {
      while (rows.hasNext() && tasks.size() < most) {
        KeyValue<Bytes, byte[]> row = rows.next();
        if (!row.key.equals(RUNNING)) {
          tasks.add(task(row));
        }
      }
    }
    return tasks;
  }

  private Scan.Task task(KeyValue<Bytes, byte[]> row) {
    ByteBuffer in = ByteBuffer.wrap(row.value);
    long upTo = in.getLong();
    byte[] change = new byte[in.remaining()];
    in.get(change);
    return new Scan.Task(number(row.key), records.decode(change), upTo);
  }

  private static Bytes row(long number) {
    return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
  }

  private static long number(Bytes row) {
    return ByteBuffer.wrap(row.get()).getLong();
  }
}
