package io.weir.lookback;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Which keys a segment may hold: never wrong when it says no, wrong once in 256 when it says yes,
 * in about 9.3 bits a key.
 *
 * <p>A binary fuse filter (Graf and Lemire, "Binary Fuse Filters: Fast and Smaller Than Xor
 * Filters", 2022) of three places and eight bits. Its seeds are a fixed series, so that the same
 * keys give the same bytes.
 */
final class SegmentFilter {
  /* The library for xor filters on Maven Central never ends on some sets of two or three keys. */

  /** A try fails for about one set in a hundred. */
  private static final int MOST_TRIES = 100;

  private static final int LONGEST_STRETCH = 1 << 18;
  private static final int HEADER = Long.BYTES + 2 * Integer.BYTES;

  private final long seed;

  /** The places of a key lie in three stretches in a row, each a power of two long. */
  private final int stretch;

  /** How many stretches the first place may lie in. */
  private final int stretches;

  private final byte[] fingerprints;

  private SegmentFilter(long seed, int stretch, int stretches, byte[] fingerprints) {
    this.seed = seed;
    this.stretch = stretch;
    this.stretches = stretches;
    this.fingerprints = fingerprints;
  }

  /**
   * The filter of these keys.
   *
   * @param distinct fingerprints of them, none twice
   */
  static SegmentFilter of(long[] distinct) {
    int stretch = stretch(distinct.length);
    int stretches = Math.max(1, (capacity(distinct.length) + stretch - 1) / stretch - 2);
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      byte[] empty = new byte[(stretches + 2) * stretch];
      SegmentFilter filter = new SegmentFilter(mix(attempt + 1L), stretch, stretches, empty);
      if (filter.fill(distinct)) {
        return filter;
      }
    }
    throw new IllegalStateException("No filter holds these " + distinct.length + " keys");
  }

  private static int stretch(int keys) {
    int power = keys < 2 ? 2 : (int) Math.floor(Math.log(keys) / Math.log(3.33) + 2.25);
    return Math.min(1 << power, LONGEST_STRETCH);
  }

  private static int capacity(int keys) {
    double factor = keys < 2 ? 1 : Math.max(1.125, 0.875 + 0.25 * Math.log(1e6) / Math.log(keys));
    return (int) Math.round(keys * factor);
  }

  /**
   * Takes away, one after another, keys that have a place of their own; false when some are left.
   */
  private boolean fill(long[] keys) {
    int[] counts = new int[fingerprints.length];
    long[] sums = new long[fingerprints.length];
    for (long key : keys) {
      long hash = mix(key + seed);
      for (int i = 0; i < 3; i++) {
        int place = place(hash, i);
        counts[place]++;
        sums[place] ^= hash;
      }
    }
    int[] alone = new int[fingerprints.length];
    int waiting = 0;
    for (int place = 0; place < counts.length; place++) {
      if (counts[place] == 1) {
        alone[waiting++] = place;
      }
    }
    long[] taken = new long[keys.length];
    int[] places = new int[keys.length];
    int size = 0;
    while (waiting > 0) {
      int own = alone[--waiting];
      if (counts[own] != 1) {
        continue;
      }
      long hash = sums[own];
      taken[size] = hash;
      places[size++] = own;
      for (int i = 0; i < 3; i++) {
        int place = place(hash, i);
        sums[place] ^= hash;
        if (--counts[place] == 1) {
          alone[waiting++] = place;
        }
      }
    }
    if (size < keys.length) {
      return false;
    }
    while (size-- > 0) {
      long hash = taken[size];
      // Its own place is still zero, so that all three together give what the others lack.
      fingerprints[places[size]] = (byte) (fingerprint(hash) ^ together(hash));
    }
    return true;
  }

  /** The finalizer of MurmurHash3. */
  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 33)) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ (mixed >>> 33);
  }

  private int place(long hash, int which) {
    long first = Math.multiplyHigh(hash >>> 1, 2L * stretches * stretch);
    int mask = stretch - 1;
    return switch (which) {
      case 0 -> (int) first;
      case 1 -> (int) (first + stretch) ^ ((int) (hash >>> 18) & mask);
      default -> (int) (first + 2L * stretch) ^ ((int) hash & mask);
    };
  }

  private byte together(long hash) {
    return (byte)
        (fingerprints[place(hash, 0)]
            ^ fingerprints[place(hash, 1)]
            ^ fingerprints[place(hash, 2)]);
  }

  private static byte fingerprint(long hash) {
    return (byte) (hash ^ (hash >>> 32));
  }

  /** Whether the key may be in it. */
  boolean mayHold(long key) {
    long hash = mix(key + seed);
    return fingerprint(hash) == together(hash);
  }

  /** What is stored. */
  byte[] bytes() {
    return ByteBuffer.allocate(HEADER + fingerprints.length)
        .putLong(seed)
        .putInt(stretch)
        .putInt(stretches)
        .put(fingerprints)
        .array();
  }

  /** The filter that {@link #bytes} wrote. */
  static SegmentFilter read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    return new SegmentFilter(
        in.getLong(), in.getInt(), in.getInt(), Arrays.copyOfRange(bytes, HEADER, bytes.length));
  }

  /** How many bytes the filter of so many keys takes. */
  static int size(int keys) {
    int stretch = stretch(keys);
    return HEADER + (Math.max(1, (capacity(keys) + stretch - 1) / stretch - 2) + 2) * stretch;
  }

  /** The keys, sorted and each once. */
  static long[] distinct(long[] keys, int count) {
    long[] sorted = Arrays.copyOf(keys, count);
    Arrays.sort(sorted);
    int kept = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, kept);
  }
}
