package io.weir.bench;

import java.time.Duration;
import java.util.Map;

/** Follows an application from the start of its process until its work is committed. */
final class Pursuit {
  /*
   * The clock is the broker's view: a transfer is done when the position behind it is committed,
   * which is in one transaction with its outputs. The work is done when all positions are committed
   * and no transaction is open on the outputs, so that nobody wins by leaving work undone.
   */

  /** Between two looks; a run takes seconds, so it adds less than a hundredth. */
  private static final Duration INTERVAL = Duration.ofMillis(20);

  /** Without a new commit for so long, none is expected. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Commits commits;
  private final Child child;
  private final ProcessHandle broker;
  private final Steps steps;
  private final Timeline timeline = new Timeline();

  Pursuit(Commits commits, Child child, ProcessHandle broker, Steps steps) {
    this.commits = commits;
    this.child = child;
    this.broker = broker;
    this.steps = steps;
    note(0);
  }

  /** Waits until the application runs; how long that took by its own clock. */
  Duration awaitRunning() throws InterruptedException {
    Map<String, String> event = child.await(ContestantWork.RUNNING, BenchApp.START_LIMIT);
    return Duration.ofMillis(Long.parseLong(event.getOrDefault(ContestantWork.MILLIS, "0")));
  }

  /**
   * Waits until this many transfers are committed, and everything that they led to.
   *
   * @throws BenchFailure when the application ends or does not go on
   */
  Timeline follow(long all) throws InterruptedException {
    long before = 0;
    long progress = System.nanoTime();
    while (true) {
      long committed = commits.committed();
      boolean done = committed == all && commits.isSettled();
      note(committed);
      if (done) {
        return timeline;
      }
      if (committed > before) {
        before = committed;
        progress = System.nanoTime();
        steps.progress(committed, all);
      } else if (System.nanoTime() - progress > PATIENCE.toNanos()) {
        throw new BenchFailure(
            "It does not go on: "
                + committed
                + " of "
                + all
                + " transfers are committed."
                + child.quoted());
      }
      // Also notices that it has ended.
      child.poll(INTERVAL);
    }
  }

  private void note(long committed) {
    timeline.add(
        new Timeline.Point(
            System.nanoTime(), committed, Usage.cpu(child.handle()), Usage.cpu(broker)));
  }
}
