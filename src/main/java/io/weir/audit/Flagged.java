package io.weir.audit;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value that may be absent, as bytes that are always there. */
final class Flagged {
  private Flagged() {}

  static byte[] of(byte @Nullable [] value) {
    return value == null
        ? new byte[] {0}
        : ByteBuffer.allocate(1 + value.length).put((byte) 1).put(value).array();
  }

  static Optional<byte[]> value(byte[] flagged) {
    return flagged[0] == 0
        ? Optional.empty()
        : Optional.of(Arrays.copyOfRange(flagged, 1, flagged.length));
  }
}
