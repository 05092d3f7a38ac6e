package io.weir.domain;

/** What to do with a flagged transfer, mildest first. */
public enum Action {
  /** Written by a newer Weir. */
  UNKNOWN,
  MONITOR,
  REVIEW,
  HOLD,
  BLOCK
}
