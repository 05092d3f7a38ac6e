package io.weir.screening;

import io.weir.domain.AlertCommits;
import java.time.Duration;

/** The commits that alerts ask for, of each stream thread. */
public final class AlertPace {
  /** The client setting by which {@link PollSizes} is handed the pace. */
  public static final String CONFIG = "weir.alert.pace";

  private final ThreadLocal<AlertCommits> commits;

  /**
   * @param least time between two commits that the alerts of one thread ask for
   */
  public AlertPace(Duration least) {
    this.commits = ThreadLocal.withInitial(() -> new AlertCommits(least));
  }

  /** One for all tasks of a thread, because a commit stops them all. */
  AlertCommits ofThisThread() {
    return commits.get();
  }
}
