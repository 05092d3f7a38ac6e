package io.weir.screening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Rows of bytes in mapped files beside the heap, made anew at every start and gone with the
 * process. The room of a row that is replaced is not used again.
 *
 * <p>One thread appends, any number read a row once they have learned its position from that
 * thread.
 */
final class RowFile {
  /*
   * Reason to be: a list row has hundreds of bytes and is read when its address is hit, which is
   * rare. Ten million rows would need gigabytes of heap.
   */

  /** A position counts units of this size, so that 31 bits of it reach over 16 GiB. */
  private static final int UNIT_BYTES = 8;

  /**
   * What the first file can hold, enough for any list of today; each later one holds twice that.
   */
  private static final int FIRST_FILE_BYTES = 1 << 20;

  /** No file is larger, unless for one row. */
  private static final int MAX_FILE_BYTES = 64 << 20;

  private static final int HEADER_BYTES = 2 * Integer.BYTES;
  private static final int ZEROS_BYTES = 64 << 10;

  private final Path folder;
  private volatile Part[] parts = {};

  /** Where the next row goes in the last part; in bytes. */
  private int free;

  /**
   * One file.
   *
   * @param first position of its first row
   */
  private record Part(MappedByteBuffer bytes, int first) {}

  /**
   * @param folder on a disk with room for the list
   */
  RowFile(Path folder) {
    this.folder = folder;
  }

  /**
   * Appends a row.
   *
   * @return its position, to read it by
   * @throws UncheckedIOException when there is no room for it
   */
  int append(byte[] key, byte[] value) {
    int length = roundedUp(HEADER_BYTES + key.length + value.length);
    if (parts.length == 0 || length > parts[parts.length - 1].bytes().capacity() - free) {
      extend(length);
    }
    Part last = parts[parts.length - 1];
    last.bytes()
        .putInt(free, key.length)
        .putInt(free + Integer.BYTES, value.length)
        .put(free + HEADER_BYTES, key)
        .put(free + HEADER_BYTES + key.length, value);
    int position = last.first() + free / UNIT_BYTES;
    free += length;
    return position;
  }

  /** Whether the row there has this key. */
  boolean hasKey(int position, byte[] key) {
    Part part = part(position);
    int at = offset(part, position);
    if (part.bytes().getInt(at) != key.length) {
      return false;
    }
    byte[] there = new byte[key.length];
    part.bytes().get(at + HEADER_BYTES, there);
    return Arrays.equals(there, key);
  }

  /** The value of the row there. */
  byte[] value(int position) {
    Part part = part(position);
    int at = offset(part, position);
    byte[] value = new byte[part.bytes().getInt(at + Integer.BYTES)];
    part.bytes().get(at + HEADER_BYTES + part.bytes().getInt(at), value);
    return value;
  }

  /** Forgets all rows; their positions mean nothing any more. */
  void clear() {
    parts = new Part[0];
    free = 0;
  }

  private Part part(int position) {
    Part[] now = parts;
    int last = now.length - 1;
    while (now[last].first() > position) {
      last--;
    }
    return now[last];
  }

  private static int offset(Part part, int position) {
    return (position - part.first()) * UNIT_BYTES;
  }

  private void extend(int length) {
    Part[] before = parts;
    Part[] after = Arrays.copyOf(before, before.length + 1);
    long first = 0;
    int usual = FIRST_FILE_BYTES;
    if (before.length > 0) {
      Part last = before[before.length - 1];
      first = last.first() + (long) last.bytes().capacity() / UNIT_BYTES;
      usual = (int) Math.min(MAX_FILE_BYTES, 2L * last.bytes().capacity());
    }
    int size = Math.max(usual, length);
    if (first + size / UNIT_BYTES > Integer.MAX_VALUE) {
      throw new IllegalStateException("The list's rows take more than 16 GiB");
    }
    after[before.length] = new Part(map(size), (int) first);
    parts = after;
    free = 0;
  }

  private MappedByteBuffer map(int size) {
    try {
      Files.createDirectories(folder);
      Path file = Files.createTempFile(folder, "list-rows-", ".tmp");
      try (FileChannel channel =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              // Gone when the process is, however it ends: what is mapped stays until then.
              StandardOpenOption.DELETE_ON_CLOSE)) {
        fill(channel, size);
        return channel.map(MapMode.READ_WRITE, 0, size);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "No room for the list's rows in " + folder + ": " + e.getMessage(), e);
    }
  }

  /** A hole in a mapped file would bring the process down when the disk is full. */
  private static void fill(FileChannel channel, int size) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocate(ZEROS_BYTES);
    for (int left = size; left > 0; ) {
      zeros.clear().limit(Math.min(left, ZEROS_BYTES));
      left -= channel.write(zeros);
    }
  }

  private static int roundedUp(int bytes) {
    return (bytes + UNIT_BYTES - 1) / UNIT_BYTES * UNIT_BYTES;
  }
}
