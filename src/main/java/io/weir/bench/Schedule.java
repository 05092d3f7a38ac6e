package io.weir.bench;

/**
 * When which transfer of a steady load is due. It is sent then, whatever has become of those before
 * it, and what counts from there says so when the sender was held up: none is left out because it
 * had to wait (coordinated omission).
 *
 * @param startNanos when the first is due
 * @param first its index in the load
 * @param rate transfers a second
 * @param settling transfers at the beginning that are sent and not measured
 * @param measured transfers after these
 */
record Schedule(long startNanos, long first, long rate, long settling, long measured) {
  private static final double NANOS = 1e9;

  /** The index behind the last. */
  long end() {
    return first + settling + measured;
  }

  boolean isMeasured(long index) {
    return index >= first + settling && index < end();
  }

  /** When the transfer of this index is due. */
  long dueNanos(long index) {
    return startNanos + Math.round((index - first) * (NANOS / rate));
  }

  /** How long the transfer of this index has taken until now. */
  long microsSince(long index, long nowNanos) {
    return Math.max(0, nowNanos - dueNanos(index)) / 1_000;
  }
}
