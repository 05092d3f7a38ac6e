package io.weir.avro;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Asks the schema registry again until it answers. The caller's thread waits meanwhile: a record
 * that waits is late, a record that is passed over is lost.
 */
public final class RegistryPatience {
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private final Duration limit;
  private final BooleanSupplier stopping;
  private final RegistryWatch watch;

  /**
   * @param limit how long to ask before giving up
   * @param stopping whether the application is closing, which ends the waiting
   * @param watch told of every waiting and answer
   */
  public RegistryPatience(Duration limit, BooleanSupplier stopping, RegistryWatch watch) {
    this.limit = limit;
    this.stopping = stopping;
    this.watch = watch;
  }

  /**
   * The answer to a call.
   *
   * @throws RegistryUnavailable when there is none within the limit
   */
  public <T> T ask(Supplier<T> call) {
    T answer;
    try {
      answer = call.get();
    } catch (RegistryUnavailable e) {
      answer = askAgain(call, e);
    }
    watch.answered();
    return answer;
  }

  private <T> T askAgain(Supplier<T> call, RegistryUnavailable first) {
    watch.waits();
    try {
      return untilAnswered(call, first);
    } finally {
      watch.waitsNoMore();
    }
  }

  private <T> T untilAnswered(Supplier<T> call, RegistryUnavailable first) {
    RegistryUnavailable last = first;
    long deadline = System.nanoTime() + limit.toNanos();
    Duration wait = FIRST_WAIT;
    while (!stopping.getAsBoolean() && System.nanoTime() < deadline) {
      sleep(wait, last);
      wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
      try {
        return call.get();
      } catch (RegistryUnavailable e) {
        last = e;
      }
    }
    throw last;
  }

  private static void sleep(Duration wait, RegistryUnavailable reason) {
    try {
      Thread.sleep(wait.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw reason;
    }
  }
}
