package io.weir.lookback;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The index of one partition: what is closed, and the open segment, which is read from the log
 * again after a restart.
 */
final class History {
  private static final int REBUILD_PAGE = 10_000;

  private final SegmentIndex closed;
  private final Log log;
  private final TopicPartition partition;
  private final ScreenedReader reader;
  private final Predicate<Passed> inDoubt;
  private final int segmentRecords;
  private Optional<OpenSegment> open = Optional.empty();
  private long next;

  /**
   * @param inDoubt whether any later change has to come back to a transfer
   */
  History(
      SegmentIndex closed,
      Log log,
      TopicPartition partition,
      ScreenedReader reader,
      Predicate<Passed> inDoubt,
      int segmentRecords) {
    this.closed = closed;
    this.log = log;
    this.partition = partition;
    this.reader = reader;
    this.inDoubt = inDoubt;
    this.segmentRecords = segmentRecords;
  }

  SegmentIndex closed() {
    return closed;
  }

  /** The segment that is being filled. */
  OpenSegment open() {
    return open.orElseThrow(() -> new IllegalStateException("Nothing has been read yet"));
  }

  /** The offset behind the last transfer that has arrived. */
  long next() {
    ready(OptionalLong.empty());
    return next;
  }

  /**
   * Makes the open segment what it was before a restart.
   *
   * @param arriving the transfer that comes next; empty when none does, and then where the
   *     application has committed to tells
   */
  void ready(OptionalLong arriving) {
    if (open.isPresent()) {
      return;
    }
    long end = arriving.orElseGet(() -> log.committed(partition).orElse(0));
    long from = Math.max(closed.end().orElse(0L), log.beginning(partition));
    OpenSegment segment = new OpenSegment(from, segmentRecords);
    long at = from;
    while (at < end) {
      Log.Page page = log.read(partition, at, end, REBUILD_PAGE);
      page.records().forEach(record -> take(segment, record));
      at = page.next();
    }
    next = Math.max(end, from);
    open = Optional.of(segment);
  }

  private void take(OpenSegment segment, ConsumerRecord<byte[], byte[]> record) {
    Verdict verdict = Verdict.read(record.headers());
    long position = verdict.position();
    if (!verdict.hits().isEmpty() || verdict.tooMany() || !reader.skim(record.value())) {
      Optional<Passed> transfer =
          reader.read(record.offset(), record.timestamp(), record.value(), verdict);
      position = transfer.filter(inDoubt).isPresent() ? -1 : position;
    }
    take(segment, record.offset(), record.timestamp(), position);
  }

  /**
   * Takes in the transfer that has arrived, with the keys that the reader has read last.
   *
   * @param position at which it was screened; -1 when any later change has to come back to it
   */
  void arrived(long offset, long time, long position) {
    OpenSegment segment = open();
    take(segment, offset, time, position);
    next = offset + 1;
    if (segment.isFull()) {
      closed.add(segment.close());
      open = Optional.of(new OpenSegment(next, segmentRecords));
    }
  }

  private void take(OpenSegment segment, long offset, long time, long position) {
    segment.begin(offset, time, position);
    for (int i = 0; i < reader.count(); i++) {
      segment.add(reader.keys()[i]);
    }
  }

  /** Whether a transfer that has arrived was screened before a position. */
  boolean holdsBefore(long position) {
    ready(OptionalLong.empty());
    return (!open().isEmpty() && open().segment().lowestPosition() < position)
        || closed.all().stream().anyMatch(segment -> segment.lowestPosition() < position);
  }

  /**
   * Forgets what retention has taken away; how many segments that was.
   *
   * @param oldest the oldest offset that there is
   */
  int dropExpired(long oldest) {
    return closed.dropBefore(oldest);
  }
}
