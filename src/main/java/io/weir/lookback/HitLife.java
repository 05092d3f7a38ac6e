package io.weir.lookback;

import java.nio.ByteBuffer;

/**
 * Where a hit stands in its life.
 *
 * @param since the list position at which it came to stand there
 * @param knownToScreening whether screening opened it: it remembers that until the transfer is
 *     dropped, and does not open it again, even when look-back has closed it since
 * @param touched whether look-back ever opened or closed it
 */
record HitLife(Stage stage, long since, boolean knownToScreening, boolean touched) {

  /** Where it stands. */
  enum Stage {
    OPEN(0),
    CLOSED(1),
    /**
     * Closed by look-back and opened by screening, and nobody can tell which came first: when its
     * listing is in force it is opened once more, when not it is closed once more.
     */
    IN_DOUBT(2);

    private final int code;

    Stage(int code) {
      this.code = code;
    }
  }

  private static final int KNOWN = 1;
  private static final int TOUCHED = 2;

  boolean isOpen() {
    return stage == Stage.OPEN;
  }

  boolean mayBeOpen() {
    return stage != Stage.CLOSED;
  }

  byte[] bytes() {
    int flags = (knownToScreening ? KNOWN : 0) | (touched ? TOUCHED : 0);
    return ByteBuffer.allocate(2 + Long.BYTES)
        .put((byte) stage.code)
        .put((byte) flags)
        .putLong(since)
        .array();
  }

  static HitLife read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int code = in.get();
    int flags = in.get();
    for (Stage stage : Stage.values()) {
      if (stage.code == code) {
        return new HitLife(stage, in.getLong(), (flags & KNOWN) != 0, (flags & TOUCHED) != 0);
      }
    }
    throw new IllegalStateException("The store holds what this version did not write: " + code);
  }
}
