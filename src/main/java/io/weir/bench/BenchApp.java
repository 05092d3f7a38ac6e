package io.weir.bench;

import io.weir.config.WeirConfig;
import io.weir.runtime.Health;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * A streaming application that takes part in a benchmark. It reads the transfers topic of its
 * configuration and writes to the others. A class that implements it has a constructor without
 * arguments.
 */
interface BenchApp extends AutoCloseable {
  /** How long an application may take until it runs. */
  Duration START_LIMIT = Duration.ofMinutes(10);

  /** The role by which {@link WeirConfig#applicationId} names its group. */
  String role();

  /**
   * Starts; returns once it runs.
   *
   * @throws BenchFailure when it cannot run
   */
  void start(WeirConfig config, Clock clock) throws InterruptedException;

  /**
   * Waits until one of Weir's applications runs.
   *
   * @param what it is called in a message
   * @throws BenchFailure when it does not
   */
  static void awaitRunning(String what, Health health) throws InterruptedException {
    try {
      Health.State state =
          health.await(
              EnumSet.of(Health.State.RUNNING, Health.State.FAILED, Health.State.STOPPED),
              START_LIMIT);
      if (state != Health.State.RUNNING) {
        throw new BenchFailure(what + " did not start: it is " + state);
      }
    } catch (TimeoutException e) {
      throw new BenchFailure(what + " did not start: " + e.getMessage(), e);
    }
  }

  /** Figures of its own, told after it has ended; empty when it has none. */
  default Map<String, String> figures() {
    return Map.of();
  }

  @Override
  void close();
}
