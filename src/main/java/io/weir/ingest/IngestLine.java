package io.weir.ingest;

import io.weir.domain.Transfer;
import java.util.List;

/** What became of one line of the input. Blank lines are none. */
public sealed interface IngestLine {

  /** The line, counted from 1; of a document the line that a row starts on. */
  long number();

  /**
   * A line that was understood.
   *
   * @param raw the line as read
   */
  record Converted(long number, List<Transfer> transfers, String raw) implements IngestLine {
    public Converted {
      transfers = List.copyOf(transfers);
    }

    /** This line, refused after all. */
    public Refused refused(String field, String reason) {
      return new Refused(number, field, reason, raw);
    }
  }

  /**
   * A line that is wrong.
   *
   * @param field path of the field at fault, such as {@code outputs[3].value}; empty when it is the
   *     line as a whole
   * @param reason what is wrong and what was expected
   * @param raw the line as read; its beginning when it is longer than the reader holds
   */
  record Refused(long number, String field, String reason, String raw) implements IngestLine {}

  /**
   * A line that is right but is no transfer.
   *
   * @param reason one of a few, so that it can be counted by
   */
  record Skipped(long number, String reason) implements IngestLine {}
}
