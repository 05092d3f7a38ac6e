package io.weir.ingest;

import io.weir.domain.Transfer;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Weir's JSON lines: what would be written, for people and programs to look at. */
public final class JsonSink implements TransferSink {
  private final Writer out;
  private long written;

  /**
   * @param out not closed with this sink
   */
  public JsonSink(Writer out) {
    this.out = out;
  }

  @Override
  public void write(Transfer transfer, IngestLine.Converted line) throws IngestFailure {
    try {
      out.write(TransferJson.line(transfer) + "\n");
    } catch (IOException e) {
      throw failure(line.number(), e);
    }
    written++;
  }

  @Override
  public void flush() throws IngestFailure {
    try {
      out.flush();
    } catch (IOException e) {
      throw failure(0, e);
    }
  }

  private static IngestFailure failure(long line, IOException cause) {
    return new IngestFailure(line, "The output was closed: " + cause.getMessage(), cause);
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
