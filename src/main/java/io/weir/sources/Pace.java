package io.weir.sources;

import io.weir.sources.SyncResult.Outcome;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long after one look the next one comes: as the source says, a little earlier or later, so
 * that not all who look come at once; sooner when the server or the cluster was away.
 *
 * @param firstRetry after the first look that failed; it doubles from failure to failure, up to the
 *     source's own time
 */
public record Pace(Duration firstRetry, RandomGenerator random) {
  private static final double JITTER = 0.1;

  /** Enough for any time to be reached by doubling, and too few for an overflow. */
  private static final int MAX_DOUBLINGS = 20;

  /**
   * @param failures looks in a row that failed, this one counted
   */
  Duration after(SyncResult result, int failures) {
    Duration every = result.source().every();
    // What was refused is refused again until the authority publishes anew.
    boolean regular = result.outcome().isGood() || result.outcome() == Outcome.REFUSED;
    Duration retry =
        firstRetry.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), MAX_DOUBLINGS));
    Duration pause = regular || retry.compareTo(every) > 0 ? every : retry;
    double share = 1 - JITTER + 2 * JITTER * random.nextDouble();
    return Duration.ofMillis(Math.round(pause.toMillis() * share));
  }
}
