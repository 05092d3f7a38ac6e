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
   * committed each would leave little time for the transfers. What a commit takes depends on the
   * broker, and grows when that has too much to do, so they are paced by what they took of late:
   * half of the thread's time in the long run. A thread that is behind has transfers waiting for
   * longer than that interval, and every commit makes them wait for longer still.
   */

  /** How often as long as it takes lies between two commits, in the long run. */
  private static final long SPREAD = 2;

  /** What a commit takes, in milliseconds, as long as nobody tells. */
  private static final long USUALLY_TAKEN = 15;

  private static final long LEAST_TAKEN = 5;

  /** A poll that finds nothing waits, and is no part of a commit. */
  private static final long MOST_TAKEN = 50;

  /** As many may come without waiting for that, if there were none before. */
  private static final long IN_A_ROW = 20;

  /** Of a thread that is behind; for a commit interval that was set to much more than Kafka's. */
  private static final long LONGEST_WAIT_MILLIS = 1_000;

  /** So that a short poll in between is not taken for the end of what waits. */
  private static final long BEHIND_MILLIS = 100;

  /** So that a hiccup of the machine, worked off at once, holds no alert back. */
  private static final long SURELY_BEHIND_MILLIS = 200;

  private final long leastMillis;
  private boolean wanted;
  private boolean pollWasFull;
  private long lastFullPoll;
  private long behindSince;
  private long last;
  private boolean committing;
  private double taken = USUALLY_TAKEN;

  /** When all commits so far would have come at the long-run rate. */
  private long evened;

  /**
   * @param least time between two commits
   */
  public PromptCommits(Duration least) {
    this.leastMillis = least.toMillis();
    this.lastFullPoll = Long.MIN_VALUE / 2;
    this.last = Long.MIN_VALUE / 2;
    this.evened = Long.MIN_VALUE / 2;
  }

  /** Something was written that somebody waits for. */
  public void want() {
    wanted = true;
  }

  /**
   * The consumer has handed over records; a commit that was asked for before is done.
   *
   * @param full whether there were as many as there may be, so that more wait for sure
   * @param now in milliseconds, never less than before
   */
  public void polled(boolean full, long now) {
    if (committing) {
      committing = false;
      long latest = Math.max(LEAST_TAKEN, Math.min(now - last, MOST_TAKEN));
      taken += (latest - taken) / 4;
    }
    if (full) {
      if (!pollWasFull && now - lastFullPoll >= BEHIND_MILLIS) {
        behindSince = now;
      }
      lastFullPoll = now;
    }
    pollWasFull = full;
  }

  /**
   * Whether to ask for a commit now; nothing wants one then any more.
   *
   * @param now in milliseconds, never less than before
   */
  public boolean isDue(long now) {
    if (!wanted) {
      // As nearly always: it is asked with each record.
      return false;
    }
    long forEach = Math.round(SPREAD * taken);
    if (now - last < leastMillis || evened - now > (IN_A_ROW - 1) * forEach) {
      return false;
    }
    if (isBehind(now) && now - last < LONGEST_WAIT_MILLIS) {
      return false;
    }
    wanted = false;
    last = now;
    committing = true;
    evened = Math.max(evened, now) + forEach;
    return true;
  }

  private boolean isBehind(long now) {
    boolean behind = pollWasFull || now - lastFullPoll < BEHIND_MILLIS;
    return behind && now - behindSince >= SURELY_BEHIND_MILLIS;
  }
}
