package io.weir.lookback;

import java.nio.ByteBuffer;

/**
 * Where a hit stands in its life.
 *
 * @param since the list position at which it came to stand there
 * @param knownToScreening whether screening opened it: it remembers that until the transfer is
 *     dropped, and does not open it again, even when look-back has closed it since
 * @param touched whether look-back ever opened or closed it
 * @param lastOffset of the last record of its transfer that was held against the list
 */
record HitLife(
    Stage stage, long since, boolean knownToScreening, boolean touched, long lastOffset) {

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

  /** The same after another record of its transfer. */
  HitLife seenAt(long offset) {
    return offset <= lastOffset
        ? this
        : new HitLife(stage, since, knownToScreening, touched, offset);
  }

  /**
   * Whether nothing is lost when it is forgotten, because retention has taken all records of its
   * transfer. One that screening would not open again is kept: only look-back can, when the
   * transfer is sent once more and its listing has come back.
   *
   * @param oldest the oldest offset that there is
   */
  boolean isOutlived(long oldest) {
    return lastOffset < oldest && (isOpen() || !knownToScreening);
  }

  byte[] bytes() {
    int flags = (knownToScreening ? KNOWN : 0) | (touched ? TOUCHED : 0);
    return ByteBuffer.allocate(2 + 2 * Long.BYTES)
        .put((byte) stage.code)
        .put((byte) flags)
        .putLong(since)
        .putLong(lastOffset)
        .array();
  }

  static HitLife read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int code = in.get();
    int flags = in.get();
    for (Stage stage : Stage.values()) {
      if (stage.code == code) {
        return new HitLife(
            stage, in.getLong(), (flags & KNOWN) != 0, (flags & TOUCHED) != 0, in.getLong());
      }
    }
    throw new IllegalStateException("The store holds what this version did not write: " + code);
  }
}
