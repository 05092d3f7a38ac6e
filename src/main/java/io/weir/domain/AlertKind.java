package io.weir.domain;

/** What an alert says of its hits. */
public enum AlertKind {
  /** Written by a newer Weir. */
  UNKNOWN,
  /** Found while the transfer was screened; opens the hits. */
  HIT,
  /** Found in the past after a designation; opens the hits. */
  LOOKBACK,
  /** The listing was withdrawn; closes the hits. */
  DELISTED,
  /** The transfer was dropped by its chain; closes the hits. */
  RETRACTED
}
