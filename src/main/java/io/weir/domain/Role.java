package io.weir.domain;

/** What an address is in a transfer. */
public enum Role {
  /** Written by a newer Weir. */
  UNKNOWN,
  SENDER,
  RECEIVER,
  INITIATOR,
  ASSET_CONTRACT
}
