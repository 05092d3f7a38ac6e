package io.weir.lists;

import java.io.IOException;

/** Thrown by a stream that has given as many bytes as it may. */
final class TooLarge extends IOException {
  private static final long serialVersionUID = 1L;

  TooLarge(long bytes) {
    super("More than " + bytes + " bytes");
  }
}
