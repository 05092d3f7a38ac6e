package io.weir.ingest;

import io.weir.domain.Transfer;
import java.util.List;

/** Where transfers go. */
public interface TransferSink extends AutoCloseable {

  /**
   * Takes a transfer; it is safe only after {@link #flush}.
   *
   * @throws IngestFailure when this or an earlier transfer cannot be written
   */
  void write(Transfer transfer, IngestLine.Converted line) throws IngestFailure;

  /**
   * Returns when everything that was taken is safe.
   *
   * @throws IngestFailure when something that was taken cannot be written
   */
  void flush() throws IngestFailure;

  /** The lines refused since the last call: taken, but never to be written as they are. */
  List<IngestLine.Refused> takeRefused();

  /** How many transfers are safe. */
  long written();

  @Override
  void close();
}
