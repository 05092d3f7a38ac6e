package io.weir.domain;

/** How the screening of one transfer ended. */
public enum Outcome {
  /** Every party was read and none is listed. */
  CLEAR,
  /** At least one party is listed. */
  FLAGGED,
  /** Not every party could be read, and none of those that could is listed. */
  UNSCREENABLE
}
