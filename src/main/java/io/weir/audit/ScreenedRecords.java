package io.weir.audit;

import io.weir.audit.Difference.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/*
 * Screening keeps partition and order, so the records of the two topics go side by side: the next
 * screened record is that of the next transfer, or something is wrong. A short look ahead tells
 * which of the two has one too many, so that one fault is one difference.
 */
/** The screened records of one partition, handed out to the transfers they are of. */
final class ScreenedRecords {
  /** Faults come in ones or in the batch of one transaction. */
  private static final int LOOK_AHEAD = 1_000;

  private final LogReader log;
  private final Tally tally;
  private final Deque<ConsumerRecord<byte[], byte[]>> ahead = new ArrayDeque<>();

  ScreenedRecords(LogReader log, Tally tally) {
    this.log = log;
    this.tally = tally;
  }

  /** The record of a transfer; empty when there is none. */
  Optional<ConsumerRecord<byte[], byte[]>> of(ConsumerRecord<byte[], byte[]> transfer) {
    if (!fill(1)) {
      return Optional.empty();
    }
    if (Alignment.areSame(transfer, ahead.getFirst())) {
      return Optional.of(ahead.removeFirst());
    }
    fill(LOOK_AHEAD);
    if (ahead.stream().noneMatch(record -> Alignment.areSame(transfer, record))) {
      return Optional.empty();
    }
    while (!Alignment.areSame(transfer, ahead.getFirst())) {
      tooMany(ahead.removeFirst());
    }
    return Optional.of(ahead.removeFirst());
  }

  /** Reports what is left up to an offset when every transfer has its record. */
  void rest(long end) {
    // To wait for more than there is would make every audit as long as its patience.
    while (!(ahead.isEmpty() && log.isPast(end)) && fill(1) && ahead.getFirst().offset() < end) {
      tooMany(ahead.removeFirst());
    }
  }

  private void tooMany(ConsumerRecord<byte[], byte[]> record) {
    tally.differ(
        Kind.SCREENED_TWICE,
        record,
        "",
        "It is not the record of the transfer whose turn it is, nor of the next.");
  }

  private boolean fill(int records) {
    while (ahead.size() < records && log.hasNext()) {
      ahead.addLast(log.next());
    }
    return ahead.size() >= records;
  }
}
