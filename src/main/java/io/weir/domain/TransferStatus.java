package io.weir.domain;

/** What the chain says of a transfer. */
public enum TransferStatus {
  CONFIRMED,
  PENDING,
  /** Replaced, or reorganised away: it never happened. */
  DROPPED
}
