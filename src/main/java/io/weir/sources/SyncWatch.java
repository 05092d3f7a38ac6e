package io.weir.sources;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Looks for each list again and again, each at its own pace, until it is told to stop. One thread
 * for each, so that a server that is slow keeps nobody waiting but itself.
 */
public final class SyncWatch implements AutoCloseable {
  private final SourceSync sync;
  private final Pace pace;
  private final Consumer<Look> seen;
  private final List<Thread> threads;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  /**
   * A look that is done.
   *
   * @param next how long until the next one
   */
  public record Look(SyncResult result, Duration next) {}

  /**
   * @param seen is told of every look, by several threads
   */
  public SyncWatch(List<ListSource> sources, SourceSync sync, Pace pace, Consumer<Look> seen) {
    this.sync = sync;
    this.pace = pace;
    this.seen = seen;
    this.threads = sources.stream().map(this::thread).toList();
  }

  private Thread thread(ListSource source) {
    Thread thread = new Thread(() -> watch(source), "weir-sync-" + source.key());
    // A watch that silently looks for one list less would be worse than none.
    thread.setUncaughtExceptionHandler((dead, fault) -> ended.completeExceptionally(fault));
    return thread;
  }

  /** Begins with a look for every list. */
  public void start() {
    threads.forEach(Thread::start);
  }

  private void watch(ListSource source) {
    int failures = 0;
    try {
      Duration next;
      do {
        SyncResult result = sync.sync(source);
        failures = result.outcome().isGood() ? 0 : failures + 1;
        next = pace.after(result, failures);
        seen.accept(new Look(result, next));
      } while (!stopped.await(next.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException told) {
      // Only closing interrupts; there is nothing left to do.
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Comes back when it was stopped.
   *
   * @throws IllegalStateException when a fault of Weir's own ended it
   */
  public void awaitEnd() throws InterruptedException {
    try {
      ended.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Looking for lists ended: " + e.getCause(), e.getCause());
    }
  }

  /** Whether a fault of Weir's own ended it. */
  public boolean hasFailed() {
    return ended.isCompletedExceptionally();
  }

  /** Stops at once what waits, for a server or for its time. */
  public void stop() {
    stopped.countDown();
    threads.forEach(Thread::interrupt);
    ended.complete(null);
  }

  @Override
  public void close() {
    stop();
  }
}
