package io.weir.domain;

/** How closely the address of a transfer and a listed address agree. */
public enum Match {
  /** Written by a newer Weir. */
  UNKNOWN,
  /** The listed address itself, in any spelling. */
  ADDRESS,
  /** A different address that the same key or script controls. */
  KEY
}
