package io.weir.lists;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Text for a parser that holds a comment or an attribute whole in memory: reading fails when it
 * takes too much of it without coming to an end of one.
 */
final class BoundedReader extends FilterReader {
  private final int max;
  private int taken;

  /**
   * @param max how many characters may be taken at once
   */
  BoundedReader(Reader in, int max) {
    super(in);
    this.max = max;
  }

  /** Thrown when a parser takes too much at once. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;

    private TooLong(int max) {
      super("More than " + max + " characters");
    }
  }

  /** The parser came to an end of something. */
  void restart() {
    taken = 0;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    taken += Math.max(read, 0);
    if (taken > max) {
      throw new TooLong(max);
    }
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
