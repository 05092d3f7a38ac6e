package io.weir.lookback;

import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;

/**
 * Lets go of the lives of hits whose transfers retention has taken, some at a time: the thread has
 * transfers waiting.
 */
final class LivesCleaner {
  /** At a microsecond or few each. */
  private static final int ROWS = 10_000;

  private final StoredLives lives;
  private Optional<Bytes> next = Optional.empty();

  /** What the pass that runs, or the last one, goes by. */
  private long oldest;

  LivesCleaner(StoredLives lives) {
    this.lives = lives;
  }

  /**
   * Goes on with a pass, or begins another when retention has taken more since the last.
   *
   * @param beginning the oldest offset that there is
   */
  void clean(long beginning) {
    if (next.isEmpty() && beginning <= oldest) {
      return;
    }
    if (next.isEmpty()) {
      oldest = beginning;
    }
    next = lives.forgetOutlived(next, ROWS, oldest);
  }
}
