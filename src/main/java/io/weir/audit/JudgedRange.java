package io.weir.audit;

import io.weir.domain.SourcePosition;
import org.apache.kafka.common.TopicPartition;

/**
 * Which records of one partition an audit has looked at: of the transfers, and of the screened
 * records that are theirs.
 */
record JudgedRange(Part transfers, Part screened) {

  /**
   * A part of one topic's partition.
   *
   * @param from the first offset that was looked at
   * @param to the one behind the last
   * @param end behind the last record that there is
   */
  record Part(TopicPartition partition, long from, long to, long end) {
    private boolean isOf(SourcePosition source) {
      return source.topic().equals(partition.topic())
          && source.partition() == partition.partition();
    }

    /** Whether a record there was looked at, or would have been if there were one. */
    private boolean covers(long offset) {
      return (offset >= from && offset < to) || offset >= end;
    }

    private boolean isBefore(long offset) {
      return offset >= to && offset < end;
    }
  }

  /**
   * Whether an alert's source must be among the records that were looked at. What retention has
   * taken, or the range leaves out, cannot be told from what never was.
   */
  boolean covers(SourcePosition source) {
    if (transfers.isOf(source)) {
      return transfers.covers(source.offset());
    }
    return !screened.isOf(source) || screened.covers(source.offset());
  }

  /** Whether a record lies behind what was looked at. */
  boolean isBefore(SourcePosition source) {
    return (transfers.isOf(source) && transfers.isBefore(source.offset()))
        || (screened.isOf(source) && screened.isBefore(source.offset()));
  }
}
