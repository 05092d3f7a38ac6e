package io.weir.lookback;

import java.util.Locale;
import java.util.Optional;

/**
 * How far a partition's index is behind its log, told while it is far behind: on a first start with
 * months of history, or after a long time away.
 */
final class IndexingProgress {
  /** What a task is behind in passing is not told. */
  private static final long FAR = 50_000;

  private final int partition;
  private boolean wasFar;

  IndexingProgress(int partition) {
    this.partition = partition;
  }

  /**
   * What to tell.
   *
   * @param oldest the oldest offset there is
   * @param next the offset behind the last transfer in the index
   * @param end the offset behind the last in the log
   * @return a line for the log; empty when there is nothing to tell
   */
  Optional<String> look(long oldest, long next, long end) {
    // Retention may have taken what was still to be indexed.
    long done = Math.max(next, oldest);
    long toGo = Math.max(0, end - done);
    if (toGo > FAR) {
      wasFar = true;
      long percent = 100 * (done - oldest) / (end - oldest);
      return Optional.of(
          String.format(
              Locale.ROOT,
              "Indexing what has passed partition=%d done=%d%% togo=%d",
              partition,
              percent,
              toGo));
    }
    if (wasFar) {
      wasFar = false;
      return Optional.of("What has passed is indexed partition=" + partition);
    }
    return Optional.empty();
  }
}
