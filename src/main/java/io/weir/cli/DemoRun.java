package io.weir.cli;

import io.weir.embedded.Demo;
import io.weir.embedded.DemoResult;
import io.weir.embedded.TopicTally;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One run of the demo: feeds it until there is no more or it is told to stop, then drains it. */
final class DemoRun {
  private static final Duration STATUS_INTERVAL = Duration.ofSeconds(1);

  /** Without any progress for so long, nothing more is expected. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Demo demo;
  private final DemoScreen screen;
  private final TopicTally tally;
  private final DemoFeed feed;
  private final CompletableFuture<Void> fed = new CompletableFuture<>();
  private final CountDownLatch over = new CountDownLatch(1);

  DemoRun(Demo demo, DemoScreen screen, TopicTally tally, DemoFeed feed) {
    this.demo = demo;
    this.screen = screen;
    this.tally = tally;
    this.feed = feed;
  }

  /** Lets {@link #run} end soon; may be called at any time. */
  void stop() {
    over.countDown();
  }

  /**
   * Runs to the end.
   *
   * @return what was counted when every transfer was accounted for, or nothing more was to come
   */
  DemoResult run() throws InterruptedException {
    long started = System.nanoTime();
    Thread thread = new Thread(this::feed, "weir-demo-feed");
    thread.start();
    while (!over.await(STATUS_INTERVAL.toMillis(), TimeUnit.MILLISECONDS) && demo.isLive()) {
      screen.status(tally.counts());
    }
    feed.stop();
    thread.join(PATIENCE.toMillis());
    TopicTally.Counts counts = drain();
    screen.endStatus();
    rethrow();
    return new DemoResult(
        feed.written(),
        feed.isClean(),
        counts,
        feed.planted(),
        Duration.ofNanos(System.nanoTime() - started));
  }

  private void feed() {
    try {
      feed.run(tally);
      fed.complete(null);
    } catch (InterruptedException | RuntimeException e) {
      // For the thread that waits, which reports it.
      fed.completeExceptionally(e);
    } finally {
      over.countDown();
    }
  }

  private TopicTally.Counts drain() throws InterruptedException {
    TopicTally.Counts counts = tally.counts();
    long progress = System.nanoTime();
    while (System.nanoTime() - progress < PATIENCE.toNanos() && demo.isLive()) {
      TopicTally.Counts now = atEnd().orElseGet(tally::counts);
      if (now.areAllScreened() && feed.isAlerted()) {
        // A transaction's marker reaches one partition after the other: what has come must settle.
        TimeUnit.NANOSECONDS.sleep(STATUS_INTERVAL.toNanos());
        return atEnd().orElse(now);
      }
      if (!now.equals(counts)) {
        counts = now;
        progress = System.nanoTime();
      }
      screen.status(now);
    }
    return tally.counts();
  }

  private Optional<TopicTally.Counts> atEnd() throws InterruptedException {
    try {
      return Optional.of(tally.atEnd().get(STATUS_INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException stillReading) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A count never fails", e);
    }
  }

  private void rethrow() throws InterruptedException {
    if (!fed.isCompletedExceptionally()) {
      return;
    }
    try {
      fed.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("The feed was interrupted", e);
    }
  }
}
