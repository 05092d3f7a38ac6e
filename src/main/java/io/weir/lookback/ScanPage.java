package io.weir.lookback;

import io.weir.address.Fingerprint;
import io.weir.domain.ListingChange;
import io.weir.domain.LookbackQuestion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Takes a scan on by one page. */
final class ScanPage {
  /*
   * Alerts are committed at the end of a page, so a page ends soon after its first one. Without one
   * it goes on, because what ends it is a pause.
   */

  /** Transfers that are read at a time; while they are examined the next are on their way. */
  private static final int AT_A_TIME = 2_000;

  /** Raises what was found about a transfer. */
  interface Raising {
    void raise(Passed transfer, byte[] value, List<Finding> findings);
  }

  private final History history;
  private final Log log;
  private final TopicPartition partition;
  private final ScreenedReader reader;
  private final ScanRule rule;
  private final Raising raising;
  private boolean raised;

  ScanPage(
      History history,
      Log log,
      TopicPartition partition,
      ScreenedReader reader,
      ScanRule rule,
      Raising raising) {
    this.history = history;
    this.log = log;
    this.partition = partition;
    this.reader = reader;
    this.rule = rule;
    this.raising = raising;
  }

  /**
   * Goes on until the page is full, something was raised, or the scan is done.
   *
   * @param records how many transfers to read, at most
   * @param enough whether the time is up
   * @param today UTC
   * @return how many were read
   */
  int take(Scan scan, int records, BooleanSupplier enough, LocalDate today) {
    int read = 0;
    raised = false;
    while (!scan.isDone() && read < records && !raised && !enough.getAsBoolean()) {
      if (scan.next >= scan.readingTo && !choose(scan)) {
        continue;
      }
      Log.Page page =
          log.read(partition, scan.next, scan.readingTo, Math.min(AT_A_TIME, records - read));
      for (ConsumerRecord<byte[], byte[]> record : page.records()) {
        examine(scan, record, today);
      }
      read += page.records().size();
      if (page.next() == scan.next) {
        // The broker did not answer in time; the next page asks again.
        return read;
      }
      scan.next = page.next();
    }
    return read;
  }

  /** Looks at the segment that comes next; true when it has to be read. */
  private boolean choose(Scan scan) {
    Optional<Segment> closed = history.closed().endingBehind(scan.next);
    if (closed.isPresent()) {
      Segment segment = closed.get();
      boolean wanted = isWanted(scan, segment, Optional.of(history.closed().filter(segment)));
      return readIf(wanted, scan, segment.end());
    }
    return readIf(isWanted(scan, history.open().segment(), Optional.empty()), scan, scan.end());
  }

  private static boolean readIf(boolean wanted, Scan scan, long end) {
    long to = Math.min(end, scan.end());
    if (wanted) {
      scan.readingTo = to;
    } else {
      scan.next = to;
    }
    return wanted;
  }

  /**
   * @param filter empty for the open segment
   */
  private boolean isWanted(Scan scan, Segment segment, Optional<SegmentFilter> filter) {
    boolean wanted = false;
    for (Scan.Task task : scan.tasks()) {
      if (task.upTo() > segment.from() && segment.records() > 0) {
        Scan.Tally tally = scan.tally(task);
        tally.segments++;
        long key = Fingerprint.of(task.change().key());
        if (mayConcern(task.change(), segment)
            && filter.map(keys -> keys.mayHold(key)).orElseGet(() -> history.open().mayHold(key))) {
          tally.segmentsRead++;
          wanted = true;
        }
      }
    }
    return wanted;
  }

  private static boolean mayConcern(ListingChange change, Segment segment) {
    return change
        .question()
        .map(asked -> segment.overlaps(asked.from().toEpochMilli(), asked.to().toEpochMilli()))
        .orElse(segment.lowestPosition() < change.position());
  }

  private void examine(Scan scan, ConsumerRecord<byte[], byte[]> record, LocalDate today) {
    scan.examined(record.timestamp());
    if (reader.skim(record.value()) && !scan.mayConcern(reader.keys(), reader.count())) {
      return;
    }
    Optional<Passed> transfer =
        reader.read(
            record.offset(), record.timestamp(), record.value(), Verdict.read(record.headers()));
    if (transfer.isEmpty()) {
      return;
    }
    for (var key : transfer.get().keys()) {
      for (Scan.Task task : scan.of(key)) {
        if (task.upTo() > record.offset() && isInTime(task.change(), record.timestamp())) {
          List<Finding> findings = rule.scan(transfer.get(), task.change(), today);
          count(scan.tally(task), findings);
          raising.raise(transfer.get(), record.value(), findings);
          raised |= !findings.isEmpty();
        }
      }
    }
  }

  private static boolean isInTime(ListingChange change, long time) {
    Optional<LookbackQuestion> asked = change.question();
    return asked.isEmpty()
        || (time >= asked.get().from().toEpochMilli() && time < asked.get().to().toEpochMilli());
  }

  private static void count(Scan.Tally tally, List<Finding> findings) {
    tally.matched++;
    for (Finding finding : findings) {
      switch (finding.kind()) {
        case LOOKBACK -> tally.opened += finding.hits().size();
        case DELISTED -> tally.closed += finding.hits().size();
        default -> throw new IllegalStateException("A scan raises no " + finding.kind());
      }
    }
  }
}
