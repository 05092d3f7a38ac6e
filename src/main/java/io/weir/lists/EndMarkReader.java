package io.weir.lists;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Text up to the character 0x1A, the end of a file in old systems, with which OFAC closes its CSV
 * files. It is the only sign that such a file is whole.
 */
final class EndMarkReader extends FilterReader {
  static final char MARK = '\u001A';

  private boolean marked;
  private boolean goesOn;
  private char last = '\n';

  EndMarkReader(Reader in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    if (marked) {
      return -1;
    }
    int read = super.read(buffer, offset, length);
    for (int i = 0; i < read; i++) {
      if (buffer[offset + i] == MARK) {
        marked = true;
        look(buffer, offset + i + 1, offset + read);
        read = i;
      }
    }
    if (read > 0) {
      last = buffer[offset + read - 1];
    }
    return marked && read == 0 ? -1 : read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Whether the end mark has been seen. */
  boolean isMarked() {
    return marked;
  }

  /** Whether anything but white space stands after the end mark. */
  boolean goesOn() {
    return goesOn;
  }

  /** Whether the text ends with its last line, not within it. */
  boolean endsWithLine() {
    return last == '\n' || last == '\r';
  }

  private void look(char[] buffer, int from, int to) throws IOException {
    char[] rest = new char[1024];
    boolean text = hasText(buffer, from, to);
    int read = 0;
    while (read >= 0) {
      text |= hasText(rest, 0, read);
      read = super.read(rest, 0, rest.length);
    }
    goesOn = text;
  }

  private static boolean hasText(char[] buffer, int from, int to) {
    return !new String(buffer, from, to - from).isBlank();
  }
}
