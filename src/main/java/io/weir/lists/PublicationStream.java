package io.weir.lists;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The bytes of a publication as they pass: hashed, capped and swept for addresses, and the first
 * and last few of them kept, by which a web page and a file that was cut off are known.
 */
final class PublicationStream extends FilterInputStream {
  private static final int ENDS = 64;
  private static final int DRAIN_BUFFER = 8192;

  private final long maxBytes;
  private final Optional<AddressSweep> sweep;
  private final MessageDigest digest = sha256();
  private final StringBuilder head = new StringBuilder();
  private byte[] tail = new byte[0];
  private long bytes;

  PublicationStream(InputStream in, long maxBytes, Optional<AddressSweep> sweep) {
    super(in);
    this.maxBytes = maxBytes;
    this.sweep = sweep;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      passed(buffer, offset, read);
    }
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** The caller closes the file. A parser must not: the rest could not be hashed any more. */
  @Override
  public void close() {}

  /** Reads what the parser left, so that the hash is that of the whole file. */
  void drain() throws IOException {
    byte[] buffer = new byte[DRAIN_BUFFER];
    int read = 0;
    while (read >= 0) {
      read = read(buffer, 0, buffer.length);
    }
  }

  /** The addresses that passed and that these contents of the file do not account for. */
  List<Notice> unaccounted(Contents contents) {
    return sweep.map(it -> it.unaccounted(contents)).orElse(List.of());
  }

  boolean isEmpty() {
    return bytes == 0;
  }

  /** The first characters, without a byte order mark and white space. */
  String head() {
    return head.toString().replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading();
  }

  /** The last characters so far, without the white space after them. */
  String tail() {
    return new String(tail, ISO_8859_1).stripTrailing();
  }

  /** Lower-case hex; of all bytes once drained. */
  String sha256Hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private void passed(byte[] buffer, int offset, int length) throws TooLarge {
    digest.update(buffer, offset, length);
    sweep.ifPresent(it -> it.look(buffer, offset, length));
    bytes += length;
    if (bytes > maxBytes) {
      throw new TooLarge(maxBytes);
    }
    int missing = Math.min(length, ENDS - head.length());
    head.append(new String(buffer, offset, missing, ISO_8859_1));
    int fresh = Math.min(length, ENDS);
    int kept = Math.min(tail.length, ENDS - fresh);
    byte[] next = new byte[kept + fresh];
    System.arraycopy(tail, tail.length - kept, next, 0, kept);
    System.arraycopy(buffer, offset + length - fresh, next, kept, fresh);
    tail = next;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
