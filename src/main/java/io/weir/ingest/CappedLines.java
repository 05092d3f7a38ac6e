package io.weir.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Lines of an input, of which no more than a set number of bytes is ever held. */
final class CappedLines {
  /** Bytes read from the input at a time. */
  private static final int CHUNK = 1 << 16;

  /** What some tools put before the first line of a UTF-8 file. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final InputStream in;
  private final int maxBytes;
  private final byte[] chunk = new byte[CHUNK];
  private int at;
  private int end;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long length;
  private long number;

  CappedLines(InputStream in, int maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  /** Goes on to the next line; false at the end of the input. */
  boolean next() throws IOException {
    line.reset();
    length = 0;
    boolean any = false;
    while (fill()) {
      any = true;
      int from = at;
      while (at < end && chunk[at] != '\n') {
        at++;
      }
      keep(from, at);
      if (at < end) {
        at++;
        break;
      }
    }
    if (any) {
      number++;
    }
    return any;
  }

  private boolean fill() throws IOException {
    if (at < end) {
      return true;
    }
    at = 0;
    end = in.read(chunk);
    return end > 0;
  }

  private void keep(int from, int to) {
    length += to - from;
    int room = maxBytes - line.size();
    line.write(chunk, from, Math.min(room, to - from));
  }

  /** The number of this line, from 1. */
  long number() {
    return number;
  }

  /** Length of this line in bytes, whatever was held of it. */
  long length() {
    return length;
  }

  boolean tooLong() {
    return length > maxBytes;
  }

  /** This line, or its beginning when it is too long; bytes that are not UTF-8 are replaced. */
  String raw() {
    return tidy(line.toString(StandardCharsets.UTF_8));
  }

  /**
   * This line.
   *
   * @throws CharacterCodingException when it is not UTF-8
   */
  String strict() throws CharacterCodingException {
    return tidy(
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line.toByteArray())).toString());
  }

  private String tidy(String text) {
    String unmarked =
        number == 1 && text.startsWith(BYTE_ORDER_MARK)
            ? text.substring(BYTE_ORDER_MARK.length())
            : text;
    return unmarked.endsWith("\r") ? unmarked.substring(0, unmarked.length() - 1) : unmarked;
  }
}
