package io.weir.screening;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that look at transfers beside the stream threads. They begin at once or not at all: what
 * comes while each of them is busy is dropped, because the stream thread does it too.
 */
public final class Helpers implements Executor, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Helpers.class);

  private final Optional<ThreadPoolExecutor> threads;

  private Helpers(Optional<ThreadPoolExecutor> threads) {
    this.threads = threads;
  }

  /**
   * Helpers that are started at once, so that none is missing later.
   *
   * @param count how many; 0 for none
   */
  public static Helpers of(int count) {
    if (count == 0) {
      return new Helpers(Optional.empty());
    }
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            count,
            count,
            0,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Helpers::thread,
            new ThreadPoolExecutor.DiscardPolicy());
    int unused = pool.prestartAllCoreThreads();
    return new Helpers(Optional.of(pool));
  }

  /** One for each stream thread, as far as there are processors for them. */
  public static int mostFor(int streamThreads, int processors) {
    return Math.max(0, Math.min(streamThreads, processors - streamThreads));
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "weir-screening-helper");
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler(
        (failed, e) -> LOG.error("A look at transfers failed; they are screened without it", e));
    return thread;
  }

  @Override
  public void execute(Runnable work) {
    threads.ifPresent(pool -> pool.execute(work));
  }

  @Override
  public void close() {
    threads.ifPresent(ThreadPoolExecutor::shutdown);
  }
}
