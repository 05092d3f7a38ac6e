package io.weir.domain;

/** The way a transfer goes, seen from the exchange. */
public enum Direction {
  UNKNOWN,
  DEPOSIT,
  WITHDRAWAL,
  INTERNAL
}
