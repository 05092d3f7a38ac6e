package io.weir.sources;

import io.weir.lists.ListRefused;
import io.weir.sources.ListTarget.NotTaken;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * One piece of work at a time, on a thread that nobody interrupts: who waits for it may be told to
 * stop, and what has begun is finished all the same, so that a transaction is not cut in two.
 */
public final class Turns implements AutoCloseable {
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "weir-lists"));
  private final Duration patience;

  /**
   * @param patience how long closing waits for what has begun
   */
  public Turns(Duration patience) {
    this.patience = patience;
  }

  /** A piece of work. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws ListRefused, FetchFailed, NotTaken;
  }

  /** Waits for a turn and for the work. An interrupt gives up the turn, unless it has begun. */
  <T> T take(Work<T> work) throws ListRefused, FetchFailed, NotTaken, InterruptedException {
    Future<T> turn;
    try {
      turn = thread.submit(work::run);
    } catch (RejectedExecutionException e) {
      throw new InterruptedException("Stopped");
    }
    try {
      return turn.get();
    } catch (InterruptedException e) {
      turn.cancel(false);
      throw e;
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    }
  }

  private static RuntimeException rethrown(Throwable cause)
      throws ListRefused, FetchFailed, NotTaken {
    if (cause instanceof ListRefused refused) {
      throw refused;
    }
    if (cause instanceof FetchFailed failed) {
      throw failed;
    }
    if (cause instanceof NotTaken notTaken) {
      throw notTaken;
    }
    if (cause instanceof RuntimeException fault) {
      throw fault;
    }
    throw new IllegalStateException("A fault while a list was brought into force", cause);
  }

  /** Lets what has begun come to its end, and what waits go. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
