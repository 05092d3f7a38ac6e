package io.weir.domain;

import java.time.Duration;

/**
 * When a stream thread asks for a commit of what somebody waits for, an alert above all: at once,
 * unless there were too many of late, or the thread is behind. Not safe for several threads.
 */
public final class PromptCommits {
  /*
   * A commit takes some milliseconds, in which the thread does nothing else. Some in a row are no
   * harm, and each saves an alert from waiting for Kafka's commit interval; a flood of hits that
   * committed each would leave little time for the transfers. A thread that is behind has transfers
   * waiting for longer than that interval, and every commit makes them wait for longer still.
   */

  /** In the long run. */
  private static final long MILLIS_FOR_EACH = 30;

  /** As many may come without waiting for that, if there were none before. */
  private static final long IN_A_ROW = 20;

  /** Of a thread that is behind; for a commit interval that was set to much more than Kafka's. */
  private static final long LONGEST_WAIT_MILLIS = 1_000;

  /** So that a short poll in between is not taken for the end of what waits. */
  private static final long BEHIND_MILLIS = 100;

  private final long leastMillis;
  private boolean wanted;
  private boolean pollWasFull;
  private long lastBehind;
  private long last;

  /** When all commits so far would have come at the long-run rate. */
  private long evened;

  /**
   * @param least time between two commits
   */
  public PromptCommits(Duration least) {
    this.leastMillis = least.toMillis();
    this.lastBehind = Long.MIN_VALUE / 2;
    this.last = Long.MIN_VALUE / 2;
    this.evened = Long.MIN_VALUE / 2;
  }

  /** Something was written that somebody waits for. */
  public void want() {
    wanted = true;
  }

  /**
   * The consumer has handed over records.
   *
   * @param full whether there were as many as there may be, so that more wait for sure
   */
  public void polled(boolean full) {
    pollWasFull = full;
  }

  /**
   * Whether to ask for a commit now; nothing wants one then any more.
   *
   * @param now in milliseconds, never less than before
   */
  public boolean isDue(long now) {
    if (!wanted || now - last < leastMillis || evened - now > (IN_A_ROW - 1) * MILLIS_FOR_EACH) {
      return false;
    }
    if (isBehind(now) && now - last < LONGEST_WAIT_MILLIS) {
      return false;
    }
    wanted = false;
    last = now;
    evened = Math.max(evened, now) + MILLIS_FOR_EACH;
    return true;
  }

  private boolean isBehind(long now) {
    if (pollWasFull) {
      lastBehind = now;
    }
    return now - lastBehind < BEHIND_MILLIS;
  }
}
