package io.weir.lookback;

import io.weir.address.AddressKey;
import io.weir.address.Fingerprint;
import io.weir.domain.ListingChange;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One pass over a partition's past for the changes that came in a row. What it has done so far is
 * stored with every page.
 */
final class Scan {
  /** A change, and the offset behind the last transfer that had arrived before it. */
  record Task(long number, ListingChange change, long upTo) {}

  /** What was done for one of the changes. */
  static final class Tally {
    int segments;
    int segmentsRead;
    long matched;
    long opened;
    long closed;
  }

  private final List<Task> tasks;
  private final Map<Task, Tally> tallies = new LinkedHashMap<>();
  private final Map<AddressKey, List<Task>> byKey;

  /** Of the keys, ascending; mostly one. */
  private final long[] fingerprints;

  private final long from;
  private final long startedAt;

  /** Everything before it has been examined, or can hold no match. */
  long next;

  /** Up to where the log is being read, whatever the filters say. */
  long readingTo;

  long examined;
  long fromTime = Long.MAX_VALUE;
  long toTime = Long.MIN_VALUE;

  /**
   * @param tasks in the order they came, not empty
   * @param from the oldest offset there is
   * @param startedAt epoch milliseconds
   */
  Scan(List<Task> tasks, long from, long startedAt) {
    this.tasks = List.copyOf(tasks);
    this.from = from;
    this.startedAt = startedAt;
    this.next = from;
    this.readingTo = from;
    this.byKey = tasks.stream().collect(Collectors.groupingBy(task -> task.change().key()));
    this.fingerprints = byKey.keySet().stream().mapToLong(Fingerprint::of).sorted().toArray();
    tasks.forEach(task -> tallies.put(task, new Tally()));
  }

  List<Task> tasks() {
    return tasks;
  }

  /** The changes of a key, in the order they came. */
  List<Task> of(AddressKey key) {
    return byKey.getOrDefault(key, List.of());
  }

  /** Whether any of these keys is looked for. */
  boolean mayConcern(long[] keys, int count) {
    for (int i = 0; i < count; i++) {
      if (Arrays.binarySearch(fingerprints, keys[i]) >= 0) {
        return true;
      }
    }
    return false;
  }

  Tally tally(Task task) {
    return tallies.get(task);
  }

  long from() {
    return from;
  }

  /** The offset behind the last transfer that is meant. */
  long end() {
    return tasks.get(tasks.size() - 1).upTo();
  }

  long startedAt() {
    return startedAt;
  }

  boolean isDone() {
    return next >= end();
  }

  void examined(long time) {
    examined++;
    fromTime = Math.min(fromTime, time);
    toTime = Math.max(toTime, time);
  }

  /** How far it is. */
  byte[] progress() {
    ByteBuffer out =
        ByteBuffer.allocate(7 * Long.BYTES + tasks.size() * (2 * Integer.BYTES + 3 * Long.BYTES));
    out.putLong(from).putLong(startedAt).putLong(next).putLong(readingTo);
    out.putLong(examined).putLong(fromTime).putLong(toTime);
    tallies
        .values()
        .forEach(
            tally ->
                out.putInt(tally.segments)
                    .putInt(tally.segmentsRead)
                    .putLong(tally.matched)
                    .putLong(tally.opened)
                    .putLong(tally.closed));
    return out.array();
  }

  /** The scan that {@link #progress} is of. */
  static Scan resume(List<Task> tasks, byte[] progress) {
    ByteBuffer in = ByteBuffer.wrap(progress);
    Scan scan = new Scan(tasks, in.getLong(), in.getLong());
    scan.next = in.getLong();
    scan.readingTo = in.getLong();
    scan.examined = in.getLong();
    scan.fromTime = in.getLong();
    scan.toTime = in.getLong();
    for (Tally tally : scan.tallies.values()) {
      tally.segments = in.getInt();
      tally.segmentsRead = in.getInt();
      tally.matched = in.getLong();
      tally.opened = in.getLong();
      tally.closed = in.getLong();
    }
    return scan;
  }
}
