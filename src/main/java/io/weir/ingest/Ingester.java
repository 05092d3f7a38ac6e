package io.weir.ingest;

import io.weir.domain.Transfer;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/**
 * Reads an input to its end and writes what it holds. A refused line never stops the next; a
 * failure to write stops at once.
 *
 * <p>One thread runs it; another may stop it.
 */
public final class Ingester {
  /** The index of an item in a field's path. */
  private static final Pattern INDEX = Pattern.compile("\\[[0-9]+]");

  /** Stands for the field when a line is wrong as a whole. */
  private static final String WHOLE_LINE = "line";

  private final TransferSink sink;
  private final RefusedLines refusals;
  private final LongConsumer progress;
  private final long fromLine;

  private final SortedMap<String, Long> refused = new TreeMap<>();
  private final SortedMap<String, Long> skipped = new TreeMap<>();
  private long lines;
  private long sendersUnknown;
  private long nextLine;
  private boolean stopped;

  /**
   * @param progress told the number of each line that was read
   * @param fromLine the first line to look at, from 1
   */
  public Ingester(TransferSink sink, RefusedLines refusals, LongConsumer progress, long fromLine) {
    this.sink = sink;
    this.refusals = refusals;
    this.progress = progress;
    this.fromLine = fromLine;
    this.nextLine = fromLine;
  }

  /**
   * Reads to the end of the input, or until stopped; everything read is safe when it returns.
   *
   * @throws IOException when the input cannot be read on
   * @throws IngestFailure when a transfer cannot be written or a refused line cannot be kept
   */
  public void run(LineSource source) throws IOException, IngestFailure {
    try {
      Optional<IngestLine> line = source.next();
      while (line.isPresent() && take(line.get())) {
        line = source.next();
      }
    } catch (IOException e) {
      finish();
      throw e;
    }
    finish();
  }

  /**
   * Takes no further line and returns when everything taken is safe. May be called while {@link
   * #run} waits for input.
   */
  public synchronized void stop() throws IngestFailure {
    stopped = true;
    finish();
  }

  private synchronized boolean take(IngestLine line) throws IngestFailure {
    if (stopped) {
      return false;
    }
    if (line.number() >= fromLine) {
      count(line);
      nextLine = line.number() + 1;
    }
    progress.accept(line.number());
    return true;
  }

  private void count(IngestLine line) throws IngestFailure {
    lines++;
    if (line instanceof IngestLine.Converted converted) {
      for (Transfer transfer : converted.transfers()) {
        write(transfer, converted);
      }
    } else if (line instanceof IngestLine.Refused refusal) {
      refuse(refusal);
    } else if (line instanceof IngestLine.Skipped skip) {
      skipped.merge(skip.reason(), 1L, Long::sum);
    }
    takeRefused();
  }

  private void write(Transfer transfer, IngestLine.Converted line) throws IngestFailure {
    try {
      sink.write(transfer, line);
    } catch (IngestFailure e) {
      nextLine = e.line();
      throw e;
    }
    if (transfer.attributes().containsKey(BitcoinEtl.INPUTS_WITHOUT_ADDRESS)) {
      sendersUnknown++;
    }
  }

  private void refuse(IngestLine.Refused line) throws IngestFailure {
    try {
      refusals.add(line);
    } catch (IOException e) {
      throw new IngestFailure(
          line.number(), "Refused line " + line.number() + " cannot be kept: " + e.getMessage(), e);
    }
    String field = line.field().isEmpty() ? WHOLE_LINE : line.field();
    refused.merge(INDEX.matcher(field).replaceAll("[]"), 1L, Long::sum);
  }

  private void takeRefused() throws IngestFailure {
    for (IngestLine.Refused line : sink.takeRefused()) {
      refuse(line);
    }
  }

  private synchronized void finish() throws IngestFailure {
    try {
      sink.flush();
    } catch (IngestFailure e) {
      if (e.line() > 0) {
        nextLine = Math.min(nextLine, e.line());
      }
      throw e;
    } finally {
      takeRefused();
    }
  }

  /** What became of the input so far; final when {@link #run} or {@link #stop} has returned. */
  public synchronized IngestReport report() {
    return new IngestReport(
        lines,
        sink.written(),
        new TreeMap<>(refused),
        new TreeMap<>(skipped),
        sendersUnknown,
        nextLine);
  }
}
