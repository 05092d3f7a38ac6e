package io.weir.bench;

/**
 * What a contestant has to work through.
 *
 * @param listed addresses on the list; at least those that the load's hits are among
 * @param transfers that are measured
 * @param warmUp transfers before these
 */
record Assignment(LoadSpec load, long listed, long transfers, long warmUp) {
  /** Its warm-up is a rehearsal. */
  Assignment {
    load = load.rehearsing(warmUp);
  }

  long allTransfers() {
    return transfers + warmUp;
  }
}
