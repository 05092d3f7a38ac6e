package io.weir.ingest;

import java.io.IOException;

/** Where refused lines go. */
@FunctionalInterface
public interface RefusedLines {

  /**
   * Keeps a line.
   *
   * @throws IOException when the line cannot be kept; then nothing more may be read
   */
  void add(IngestLine.Refused line) throws IOException;
}
