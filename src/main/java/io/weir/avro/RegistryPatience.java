package io.weir.avro;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
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
  private final Consumer<Boolean> answers;

  /**
   * @param limit how long to ask before giving up
   * @param stopping whether the application is closing, which ends the waiting
   * @param answers told {@code false} when the registry fails to answer and {@code true} when it
   *     answers again
   */
  public RegistryPatience(Duration limit, BooleanSupplier stopping, Consumer<Boolean> answers) {
    this.limit = limit;
    this.stopping = stopping;
    this.answers = answers;
  }

  /**
   * The answer to a call.
   *
   * @throws RegistryUnavailable when there is none within the limit
   */
  public <T> T ask(Supplier<T> call) {
    try {
      return call.get();
    } catch (RegistryUnavailable e) {
      return askAgain(call, e);
    }
  }

  private <T> T askAgain(Supplier<T> call, RegistryUnavailable first) {
    answers.accept(false);
    RegistryUnavailable last = first;
    long deadline = System.nanoTime() + limit.toNanos();
    Duration wait = FIRST_WAIT;
    while (!stopping.getAsBoolean() && System.nanoTime() < deadline) {
      sleep(wait, last);
      wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
      try {
        T answer = call.get();
        answers.accept(true);
        return answer;
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
