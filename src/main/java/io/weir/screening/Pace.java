package io.weir.screening;

import io.weir.domain.PromptCommits;
import java.time.Clock;
import java.time.Duration;

/** Whether the stream threads keep up, and the commits that the alerts of each may ask for. */
public final class Pace {
  /** The client setting by which {@link PollSizes} is handed the pace. */
  public static final String CONFIG = "weir.screening.pace";

  /** Longer than a thread takes from one full poll to the next. */
  private static final long BEHIND_MILLIS = 200;

  private final ThreadLocal<PromptCommits> commits;
  private final Clock clock;
  private volatile long lastFullPoll;

  /**
   * @param least time between two commits that the alerts of one thread ask for
   */
  public Pace(Duration least, Clock clock) {
    this.clock = clock;
    this.commits = ThreadLocal.withInitial(() -> new PromptCommits(least));
  }

  /**
   * The consumer of this thread has handed over records.
   *
   * @param full whether there were as many as there may be, so that more wait for sure
   */
  void polled(boolean full) {
    long now = clock.millis();
    ofThisThread().polled(full, now);
    if (full) {
      lastFullPoll = now;
    }
  }

  /** Whether transfers wait for any of the threads. */
  public boolean isBehind() {
    long since = clock.millis() - lastFullPoll;
    // A clock that was set back tells nothing; look-back must not rest until it has caught up.
    return since >= 0 && since < BEHIND_MILLIS;
  }

  /** One for all tasks of a thread, because a commit stops them all. */
  PromptCommits ofThisThread() {
    return commits.get();
  }
}
