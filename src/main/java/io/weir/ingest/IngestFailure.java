package io.weir.ingest;

/** Why transfers could not be written, in one sentence; what was read before them is kept. */
public final class IngestFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final long line;

  /**
   * @param line the first line that was not written; 0 when it is not about a line
   */
  public IngestFailure(long line, String message, Throwable cause) {
    super(message, cause);
    this.line = line;
  }

  /** The first line that was not written; 0 when it is not about a line. */
  public long line() {
    return line;
  }
}
