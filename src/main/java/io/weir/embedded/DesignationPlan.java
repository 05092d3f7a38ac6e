package io.weir.embedded;

import java.util.OptionalLong;

/**
 * When a run of the sample traffic designates an address, and which of its transfers touch it: some
 * before, which look-back has to find, and some later, which screening has to.
 *
 * @param at how many transfers come before the designation; 0 when none is planned
 */
record DesignationPlan(long at) {
  /** Long enough to have seen what was listed from the beginning. */
  private static final long SECONDS_BEFORE = 15;

  /** At full speed. */
  private static final long MOST_BEFORE = 100_000;

  /** Three of them touch the address. */
  private static final long FEWEST_BEFORE = 4;

  /** None. */
  static final DesignationPlan NONE = new DesignationPlan(0);

  /**
   * The plan for a run.
   *
   * @param rate transfers a second; 0 for full speed
   * @param transfers how many; empty for no end
   */
  static DesignationPlan of(int rate, OptionalLong transfers) {
    long soon = rate > 0 ? SECONDS_BEFORE * rate : MOST_BEFORE;
    long at = Math.min(soon, transfers.orElse(Long.MAX_VALUE) / 2);
    return at < FEWEST_BEFORE ? NONE : new DesignationPlan(at);
  }

  /** Whether the designation comes before the transfer of this index. */
  boolean comesBefore(long index) {
    return at > 0 && index == at;
  }

  /** Whether the transfer of this index comes after the designation. */
  boolean isPast(long index) {
    return at > 0 && index >= at;
  }

  /** The how manieth to touch the address the transfer of this index is; empty when it is none. */
  OptionalLong touch(long index) {
    if (at == 0) {
      return OptionalLong.empty();
    }
    for (long quarter = 1; quarter <= 3; quarter++) {
      if (index == at * quarter / 4) {
        return OptionalLong.of(quarter - 1);
      }
    }
    long later = index - at - at / 4;
    return later >= 0 && later % (3 * at) == 0
        ? OptionalLong.of(3 + later / (3 * at))
        : OptionalLong.empty();
  }
}
