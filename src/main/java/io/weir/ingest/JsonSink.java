package io.weir.ingest;

import io.weir.domain.Transfer;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** Weir's JSON lines: what would be written, for people and programs to look at. */
public final class JsonSink implements TransferSink {
  /** Transfers between two looks at whether anyone still reads. */
  private static final int CHECKED = 1000;

  private final PrintWriter out;
  private long written;

  /**
   * @param out not closed with this sink
   */
  public JsonSink(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void write(Transfer transfer, IngestLine.Converted line) throws IngestFailure {
    out.print(TransferJson.line(transfer) + "\n");
    written++;
    if (written % CHECKED == 0) {
      flush();
    }
  }

  @Override
  public void flush() throws IngestFailure {
    if (out.checkError()) {
      throw new IngestFailure(
          0, "The output was closed before everything was printed", new IOException("closed"));
    }
  }

  @Override
  public List<IngestLine.Refused> takeRefused() {
    return List.of();
  }

  @Override
  public long written() {
    return written;
  }

  @Override
  public void close() {}
}
