package io.weir.avro;

import java.util.Arrays;

/**
 * Where the parties of a transfer stand in its bytes. Filled anew for each record; not safe for
 * several threads.
 */
public final class SkimmedParties {
  private static final byte[] NO_BYTES = {};

  private byte[] bytes = NO_BYTES;
  private int transferIdBytes;
  private int chainFrom;
  private int chainTo;
  private boolean dropped;
  private int count;
  private int contracts;
  private int[] from = new int[8];
  private int[] to = new int[8];

  void begin(byte[] record) {
    bytes = record;
    transferIdBytes = 0;
    chainFrom = 0;
    chainTo = 0;
    dropped = false;
    count = 0;
    contracts = 0;
  }

  void transferId(int start, int end) {
    transferIdBytes = end - start;
  }

  void chain(int start, int end) {
    chainFrom = start;
    chainTo = end;
  }

  void dropped() {
    dropped = true;
  }

  void party(int start, int end) {
    if (count == from.length) {
      from = Arrays.copyOf(from, 2 * count);
      to = Arrays.copyOf(to, 2 * count);
    }
    from[count] = start;
    to[count] = end;
    count++;
  }

  void contract(int start, int end) {
    party(start, end);
    contracts++;
  }

  /** The record that all indexes are of. */
  public byte[] bytes() {
    return bytes;
  }

  /** Bytes of the transfer id in UTF-8. */
  public int transferIdBytes() {
    return transferIdBytes;
  }

  public int chainFrom() {
    return chainFrom;
  }

  public int chainTo() {
    return chainTo;
  }

  /** Whether the status is DROPPED. */
  public boolean isDropped() {
    return dropped;
  }

  /** How many addresses there are, the asset's contract among them. */
  public int count() {
    return count;
  }

  /** Whether anybody takes part; an asset's contract alone is nobody. */
  public boolean isSomebody() {
    return count > contracts;
  }

  /** Where an address begins. */
  public int from(int index) {
    return from[index];
  }

  /** Where an address ends. */
  public int to(int index) {
    return to[index];
  }
}
