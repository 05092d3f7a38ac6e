package io.weir.sources;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** How a server answered. */
public sealed interface Fetched {

  /** What to ask with the next time. */
  Validators validators();

  /** The file is the one that was asked about. */
  record NotModified(Validators validators) implements Fetched {}

  /** The file, whole and unpacked; deleted when this is closed. */
  final class File implements Fetched, AutoCloseable {
    private final Download download;
    private final Validators validators;

    File(Download download, Validators validators) {
      this.download = download;
      this.validators = validators;
    }

    @Override
    public Validators validators() {
      return validators;
    }

    /** The bytes from the first one on; not to be read after this is closed. */
    public InputStream open() throws IOException {
      return download.open();
    }

    /** The same, as a stream that deletes the file when it is closed. */
    public InputStream stream() throws IOException {
      return new FilterInputStream(download.open()) {
        @Override
        public void close() {
          download.close();
        }
      };
    }

    /** In bytes, unpacked. */
    public long size() throws IOException {
      return download.size();
    }

    boolean holds(Download other) {
      return download.equals(other);
    }

    @Override
    public void close() {
      download.close();
    }
  }
}
