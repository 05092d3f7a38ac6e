package io.weir.cli;

import io.weir.domain.Transfer;
import io.weir.ingest.IngestFailure;
import io.weir.ingest.IngestLine;
import io.weir.ingest.TransferSink;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** A sink that takes transfers at a rate, and no faster than they are screened. */
final class PacedSink implements TransferSink {
  /** Transfers that wait to be screened: enough to keep screening busy, gone within a second. */
  private static final long MAX_WAITING = 20_000;

  /** Screening that stands still must not hold the feed for ever; the counts will tell. */
  private static final long MAX_WAIT_NANOS = Duration.ofSeconds(20).toNanos();

  private static final long POLL_NANOS = Duration.ofMillis(2).toNanos();

  private final TransferSink sink;
  private final int rate;
  private final LongSupplier screened;
  private final long start = System.nanoTime();
  private long taken;

  /**
   * @param rate transfers a second; 0 for no limit
   * @param screened how many of this sink's transfers were screened until now
   */
  PacedSink(TransferSink sink, int rate, LongSupplier screened) {
    this.sink = sink;
    this.rate = rate;
    this.screened = screened;
  }

  @Override
  public void write(Transfer transfer, IngestLine.Converted line) throws IngestFailure {
    if (rate > 0) {
      LockSupport.parkNanos(start + taken * TimeUnit.SECONDS.toNanos(1) / rate - System.nanoTime());
    }
    long waitingSince = System.nanoTime();
    while (taken - screened.getAsLong() > MAX_WAITING
        && System.nanoTime() - waitingSince < MAX_WAIT_NANOS) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    sink.write(transfer, line);
    taken++;
  }

  @Override
  public void flush() throws IngestFailure {
    sink.flush();
  }

  @Override
  public List<IngestLine.Refused> takeRefused() {
    return sink.takeRefused();
  }

  @Override
  public long written() {
    return sink.written();
  }

  @Override
  public void close() {
    sink.close();
  }
}
