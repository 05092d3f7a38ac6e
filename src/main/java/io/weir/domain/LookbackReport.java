package io.weir.domain;

import io.weir.address.AddressKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one look into the past of one partition came to: the evidence that it was done.
 *
 * @param reportId see {@link Ids#report}
 * @param position the list position of the change that asked for it; -1 when somebody did
 * @param question the id of the question that asked for it; empty when a change did
 * @param added the listings looked for; those in force when somebody asked
 * @param removed the listings whose hits were to be closed
 * @param range what was looked at
 * @param work what was done for it
 * @param reportedAt when this report was made
 */
public record LookbackReport(
    String reportId,
    State state,
    AddressKey key,
    long position,
    Optional<String> question,
    List<Listing> added,
    List<Listing> removed,
    Range range,
    Work work,
    Instant startedAt,
    Instant reportedAt) {

  /** How far a scan is. */
  public enum State {
    /** Written by a newer Weir. */
    UNKNOWN,
    /** Has begun. */
    RUNNING,
    /** Every transfer in the range has been examined. */
    FINISHED
  }

  /**
   * A range of one partition.
   *
   * @param fromOffset its oldest transfer
   * @param toOffset the offset behind its youngest
   * @param nextOffset everything before it has been examined, or can hold no match
   * @param fromTime when the oldest transfer that was examined was screened; empty when none was
   * @param toTime when the youngest transfer that was examined was screened; empty when none was
   */
  public record Range(
      String topic,
      int partition,
      long fromOffset,
      long toOffset,
      long nextOffset,
      Optional<Instant> fromTime,
      Optional<Instant> toTime) {}

  /**
   * What was done.
   *
   * @param segments of the index, in the range
   * @param segmentsRead those that were read again, because they may hold the key
   * @param examined transfers that were read again
   * @param matched those that touch the key, each as often as it lies in the log
   * @param opened hits that LOOKBACK alerts opened
   * @param closed hits that DELISTED alerts closed
   */
  public record Work(
      int segments, int segmentsRead, long examined, long matched, long opened, long closed) {}

  public LookbackReport {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }
}
