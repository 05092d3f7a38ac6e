package io.weir.cli;

import io.weir.config.WeirConfig;
import io.weir.domain.Alert;
import io.weir.embedded.PlantedHits;
import io.weir.embedded.TopicTally;
import io.weir.ingest.IngestFailure;
import io.weir.ingest.IngestReport;
import io.weir.ingest.Ingester;
import io.weir.ingest.LineSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Real exports, one after the other. */
final class DemoFiles implements DemoFeed {
  private final List<DemoInput> files;
  private final WeirConfig config;
  private final int rate;
  private final DemoScreen screen;
  private final Clock clock;

  private volatile boolean stopped;
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();

  /**
   * @param rate transfers a second; 0 for as fast as they are screened
   */
  DemoFiles(List<DemoInput> files, WeirConfig config, int rate, DemoScreen screen, Clock clock) {
    this.files = List.copyOf(files);
    this.config = config;
    this.rate = rate;
    this.screen = screen;
    this.clock = clock;
  }

  @Override
  public void run(TopicTally tally) {
    for (DemoInput file : files) {
      if (!stopped) {
        stream(file, () -> tally.counts().screened());
      }
    }
  }

  private void stream(DemoInput file, LongSupplier screened) {
    screen.line(
        "Reading "
            + file.name()
            + " as "
            + file.transfers().name()
            + (file.chain().isEmpty() ? "" : " of " + file.chain()));
    long before = written.get();
    try (InputStream in = file.open();
        IngestTarget target = IngestTarget.topic(config, clock)) {
      PacedSink sink = new PacedSink(target.sink(), rate, () -> screened.getAsLong() - before);
      IngestSummary summary = new IngestSummary(file.name(), target, null);
      Ingester ingester = new Ingester(sink, summary, line -> {}, 1);
      LineSource lines = file.transfers().open(in);
      ingester.run(() -> stopped ? Optional.empty() : lines.next());
      IngestReport report = ingester.report();
      written.addAndGet(report.transfers());
      refused.addAndGet(report.refusedLines());
      show(summary, report);
    } catch (IOException e) {
      throw new CommandFailed(
          ExitCode.INPUT_REFUSED, file.name() + " cannot be read on: " + e.getMessage(), e);
    } catch (IngestFailure e) {
      throw new CommandFailed(ExitCode.UNREACHABLE, file.name() + ": " + e.getMessage(), e);
    }
  }

  private void show(IngestSummary summary, IngestReport report) {
    StringWriter text = new StringWriter();
    summary.print(new PrintWriter(text), report, Optional.empty());
    text.toString().lines().forEach(line -> screen.line("  " + line));
  }

  @Override
  public void stop() {
    stopped = true;
  }

  @Override
  public void alerted(Alert alert) {}

  @Override
  public long written() {
    return written.get();
  }

  @Override
  public boolean isClean() {
    return refused.get() == 0;
  }

  @Override
  public boolean isAlerted() {
    // Nobody knows what is in the files; screening alone raises what they touch.
    return true;
  }

  @Override
  public Optional<PlantedHits.Result> planted() {
    return Optional.empty();
  }
}
