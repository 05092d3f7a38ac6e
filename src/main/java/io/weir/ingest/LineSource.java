package io.weir.ingest;

import java.io.IOException;
import java.util.Optional;

/** The lines of one input, converted one after the other. */
public interface LineSource {

  /**
   * The next line; empty at the end of the input.
   *
   * @throws IOException when the input itself fails
   */
  Optional<IngestLine> next() throws IOException;
}
