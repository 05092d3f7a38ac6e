package io.weir.address;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * 64 bits that stand for an address key in a table: equal keys have equal fingerprints, and two
 * different ones have the same about once in 2^64. Never zero. A match must be verified.
 */
public final class Fingerprint {
  /** What no key has. */
  public static final long NONE = 0;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long GOLDEN = 0x9e37_79b9_7f4a_7c15L;

  private Fingerprint() {}

  public static long of(AddressKey key) {
    byte[] payload = key.payload();
    return of(key.kind(), payload, 0, payload.length);
  }

  /** The fingerprint of the key of this kind and payload. */
  static long of(AddressKey.Kind kind, byte[] bytes, int from, int length) {
    long hash = begin(kind, length);
    int at = from;
    int end = from + length;
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      hash = mix(hash ^ (long) LONG.get(bytes, at));
    }
    long rest = 0;
    for (int shift = 0; at < end; at++, shift += Byte.SIZE) {
      rest |= (bytes[at] & 0xffL) << shift;
    }
    return end(hash, rest);
  }

  /** The same of a payload of twenty bytes: eight, eight and four, the first of each lowest. */
  static long of(AddressKey.Kind kind, long first, long second, long third) {
    return end(mix(mix(begin(kind, 20) ^ first) ^ second), third);
  }

  private static long begin(AddressKey.Kind kind, int length) {
    return GOLDEN * (kind.prefixHash() + 31L * length);
  }

  private static long end(long hash, long rest) {
    long last = mix(hash ^ rest);
    return last == NONE ? GOLDEN : last;
  }

  /** The finalizer of MurmurHash3: a bijection, so no two hashes fall together here. */
  private static long mix(long hash) {
    long h = hash;
    h = (h ^ (h >>> 33)) * 0xff51_afd7_ed55_8ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ce_b9fe_1a85_ec53L;
    return h ^ (h >>> 33);
  }
}
