package io.weir.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** An input as text lines, whether it is gzipped or not. */
public final class IngestInput {
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  /** Bytes inflated at a time. */
  private static final int BUFFER = 1 << 16;

  private IngestInput() {}

  /** The input, inflated when its first bytes say that it is gzipped. */
  public static InputStream open(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
    buffered.mark(2);
    boolean gzipped = buffered.read() == GZIP_FIRST && buffered.read() == GZIP_SECOND;
    buffered.reset();
    return gzipped ? new GZIPInputStream(buffered, BUFFER) : buffered;
  }
}
