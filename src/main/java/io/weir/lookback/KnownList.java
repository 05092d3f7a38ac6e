package io.weir.lookback;

import io.weir.address.AddressKey;
import io.weir.domain.KnownAddress;

/** The list as far as the changes that have come. */
interface KnownList {

  /** The highest position of any change that has come; -1 for none. */
  long position();

  /** Whether a change of the key above a position has come. */
  boolean changedAbove(AddressKey key, long position);

  /** What is known of a key. */
  KnownAddress of(AddressKey key);
}
