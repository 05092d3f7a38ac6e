package io.weir.lookback;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Which keys a segment may hold: never wrong when it says no, wrong once in 256 when it says yes,
 * in about 9 bits a key.
 *
 * <p>A binary fuse filter (Graf and Lemire, "Binary Fuse Filters: Fast and Smaller Than Xor
 * Filters", 2022) of four places and eight bits. Its seeds are a fixed series, so that the same
 * keys give the same bytes.
 */
final class SegmentFilter {
  /* The library for xor filters on Maven Central never ends on some sets of two or three keys. */

  /** A try fails for about one set in a hundred. */
  private static final int MOST_TRIES = 100;

  private static final int PLACES = 4;

  /** Bits of a hash that tell a place within its stretch. */
  private static final int STRETCH_BITS = 18;

  private static final int LEAST_STRETCH = 4;
  private static final int HEADER = Long.BYTES + 2 * Integer.BYTES;

  private final long seed;

  /** The places of a key lie in as many stretches in a row, each a power of two long. */
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
    int stretches = stretches(distinct.length, stretch);
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      byte[] empty = new byte[length(stretch, stretches)];
      SegmentFilter filter = new SegmentFilter(mix(attempt + 1L), stretch, stretches, empty);
      if (filter.fill(distinct)) {
        return filter;
      }
    }
    throw new IllegalStateException("No filter holds these " + distinct.length + " keys");
  }

  private static int stretch(int keys) {
    int power = keys < 2 ? 0 : (int) Math.floor(Math.log(keys) / Math.log(2.91) - 0.5);
    return Math.max(LEAST_STRETCH, 1 << Math.min(power, STRETCH_BITS));
  }

  private static int stretches(int keys, int stretch) {
    double factor = keys < 2 ? 1 : Math.max(1.075, 0.77 + 0.305 * Math.log(6e5) / Math.log(keys));
    int places = (int) Math.round(keys * factor);
    return Math.max(1, (places + stretch - 1) / stretch - (PLACES - 1));
  }

  private static int length(int stretch, int stretches) {
    return (stretches + PLACES - 1) * stretch;
  }

  /**
   * Takes away, one after another, keys that have a place of their own; false when some are left.
   */
  private boolean fill(long[] keys) {
    int[] counts = new int[fingerprints.length];
    long[] sums = new long[fingerprints.length];
    for (long key : keys) {
      long hash = mix(key + seed);
      for (int i = 0; i < PLACES; i++) {
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
      for (int i = 0; i < PLACES; i++) {
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
      // Its own place is still zero, so that all together give what the others lack.
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
    int first = (int) Math.multiplyHigh(hash >>> 1, 2L * stretches * stretch);
    if (which == 0) {
      return first;
    }
    int within = (int) (hash >>> (STRETCH_BITS * (PLACES - 1 - which))) & (stretch - 1);
    return (first + which * stretch) ^ within;
  }

  private byte together(long hash) {
    return (byte)
        (fingerprints[place(hash, 0)]
            ^ fingerprints[place(hash, 1)]
            ^ fingerprints[place(hash, 2)]
            ^ fingerprints[place(hash, 3)]);
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

  /**
   * The filter that {@link #bytes} wrote.
   *
   * @throws IllegalStateException when another version of Weir wrote them
   */
  static SegmentFilter read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    long seed = in.getLong();
    int stretch = in.getInt();
    int stretches = in.getInt();
    if (in.remaining() != length(stretch, stretches)) {
      throw new IllegalStateException(
          "The index of the past is of another version of Weir; reset look-back, and it indexes"
              + " again");
    }
    return new SegmentFilter(
        seed, stretch, stretches, Arrays.copyOfRange(bytes, HEADER, bytes.length));
  }

  /** How many bytes the filter of so many keys takes. */
  static int size(int keys) {
    int stretch = stretch(keys);
    return HEADER + length(stretch, stretches(keys, stretch));
  }
}
