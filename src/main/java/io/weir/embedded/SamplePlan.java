package io.weir.embedded;

import java.util.OptionalLong;
import java.util.SplittableRandom;

/**
 * Which of the transfers of a run touch listed addresses, and which cannot be screened.
 *
 * @param first the index of the first that touches one
 * @param every how many transfers later the next one comes, on average
 */
record SamplePlan(long seed, long first, long every) {
  /** Twelve seconds from one to the next: a few a minute. */
  private static final long SECONDS_BETWEEN = 12;

  /** Soon, for somebody is watching. */
  private static final long SECONDS_BEFORE = 3;

  /** At full speed with an end in sight. */
  private static final long EVERY_OF_A_FEW = 500;

  /** At full speed without an end; tens of thousands a second go by. */
  private static final long EVERY_OF_MANY = 50_000;

  /** One that cannot be screened for so many that are listed. */
  private static final long UNSCREENABLE_SHARE = 4;

  SamplePlan {
    if (first < 0 || every < 1) {
      throw new IllegalArgumentException("first " + first + ", every " + every);
    }
  }

  /** The plan for so many transfers a second. */
  static SamplePlan atRate(long seed, int rate) {
    return new SamplePlan(seed, SECONDS_BEFORE * rate, SECONDS_BETWEEN * rate);
  }

  /** The plan for full speed; a known number of transfers gets at most a few hundred. */
  static SamplePlan atFullSpeed(long seed, OptionalLong transfers) {
    long every =
        transfers.isPresent()
            ? Math.max(EVERY_OF_A_FEW, transfers.getAsLong() / EVERY_OF_A_FEW)
            : EVERY_OF_MANY;
    return new SamplePlan(seed, every / 20, every);
  }

  /** The how manieth listed one the transfer of this index is; empty when it is none. */
  OptionalLong listed(long index) {
    if (index < first) {
      return OptionalLong.empty();
    }
    long nth = (index - first) / every;
    return index == first + nth * every + delay(nth) ? OptionalLong.of(nth) : OptionalLong.empty();
  }

  /** The how manieth one that cannot be screened this is; empty when it is none. */
  OptionalLong unscreenable(long index) {
    long from = index - first - every * 3 / 4;
    long apart = every * UNSCREENABLE_SHARE;
    return from >= 0 && from % apart == 0 && listed(index).isEmpty()
        ? OptionalLong.of(from / apart)
        : OptionalLong.empty();
  }

  /** Life does not come at regular intervals. */
  private long delay(long nth) {
    return nth == 0 || every < 4 ? 0 : new SplittableRandom(seed + nth).nextLong(every / 2);
  }
}
