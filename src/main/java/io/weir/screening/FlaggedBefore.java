package io.weir.screening;

import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;

/**
 * Which transfers may have been flagged before. Of one that it does not know it is certain that it
 * was not; a few others it takes for known as well.
 */
final class FlaggedBefore {
  /*
   * Reason to be: of the transfers that are flagged or dropped nearly none was flagged before, and
   * a store on disk takes longest for what it does not hold.
   */

  /** Beyond as many, more and more new ones are taken for known. In memory: 0.3 MB. */
  private static final int TRANSFERS = 250_000;

  private static final double TAKEN_FOR_KNOWN = 0.01;

  private final BloomFilter<byte[]> known =
      BloomFilter.create(Funnels.byteArrayFunnel(), TRANSFERS, TAKEN_FOR_KNOWN);

  private boolean all;

  boolean mayKnow(byte[] transfer) {
    return all || known.mightContain(transfer);
  }

  void add(byte[] transfer) {
    known.put(transfer);
  }

  /** From now on every transfer is taken for known. */
  void addAll() {
    all = true;
  }
}
