package io.weir.bench;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * Which transfers have been heard of, of those that must be, each once and never again. Not safe
 * for several threads.
 */
final class Arrivals {
  private BitSet missing = new BitSet();
  private long first;
  private long expected;

  /** Of all schedules: what comes twice may come late. */
  private long tooMany;

  /** Waits for transfers of this schedule from now on. */
  void begin(Schedule schedule, LongPredicate isExpected) {
    first = schedule.first();
    missing = new BitSet();
    for (long index = first; index < schedule.end(); index++) {
      missing.set((int) (index - first), isExpected.test(index));
    }
    expected = missing.cardinality();
  }

  /** Whether the transfer of an index had to come; otherwise it is one too many. */
  boolean came(long index) {
    long place = index - first;
    boolean isMissing = place >= 0 && place < missing.length() && missing.get((int) place);
    if (isMissing) {
      missing.clear((int) place);
    } else {
      tooMany++;
    }
    return isMissing;
  }

  /** Whether nothing is missing any more. */
  boolean areAllHere() {
    return missing.isEmpty();
  }

  /** What is not as it must be. */
  Optional<String> problem() {
    return areAllHere() && tooMany == 0
        ? Optional.empty()
        : Optional.of(
            Format.text(
                "%,d of %,d records have not come, and %,d came that must not.",
                missing.cardinality(), expected, tooMany));
  }
}
