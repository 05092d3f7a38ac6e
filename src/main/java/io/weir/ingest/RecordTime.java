package io.weir.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The timestamp of a transfer's record: when the transfer occurred, unless the broker would refuse
 * or delete it for that.
 *
 * <p>A broker deletes by the timestamps of records. An export that is older than the topic's
 * retention would be gone before it was screened, so such a record gets the present time; the
 * transfer itself still says when it occurred. Half of the retention is left for reading it.
 */
public final class RecordTime {
  private final Clock clock;
  private final Optional<Duration> retention;
  private long moved;

  /**
   * @param retention of the topic; empty when it keeps records for ever
   */
  public RecordTime(Clock clock, Optional<Duration> retention) {
    this.clock = clock;
    this.retention = retention;
  }

  /** The timestamp, in milliseconds since the epoch; never below 0, never in the future. */
  long of(Instant occurredAt) {
    long now = clock.millis();
    long occurred = occurredAt.toEpochMilli();
    long oldest = Math.max(0, retention.map(kept -> now - kept.toMillis() / 2).orElse(0L));
    if (occurred < oldest) {
      moved++;
      return now;
    }
    return Math.min(occurred, now);
  }

  /** How many records got the present time because they are too old for the topic. */
  public long moved() {
    return moved;
  }
}
