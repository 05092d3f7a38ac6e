package io.weir.cli;

import io.weir.ingest.IngestInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** The input of {@code weir ingest}, with a progress bar when someone is watching. */
final class IngestFile implements AutoCloseable {
  private static final String STDIN = "-";
  private static final long MEBIBYTE = 1 << 20;

  /** Lines between two changes of the bar's text. */
  private static final long LINES_SHOWN = 1000;

  private final InputStream stream;
  private final @Nullable ProgressBar bar;

  private IngestFile(InputStream stream, @Nullable ProgressBar bar) {
    this.stream = stream;
    this.bar = bar;
  }

  /**
   * Opens the input.
   *
   * @param name a file; {@code -} for standard input
   * @throws CommandFailed when it cannot be opened
   */
  static IngestFile open(String name) {
    try {
      InputStream raw = name.equals(STDIN) ? System.in : Files.newInputStream(Path.of(name));
      if (!Ansi.AUTO.enabled()) {
        return new IngestFile(IngestInput.open(raw), null);
      }
      ProgressBar bar = bar(name.equals(STDIN) ? -1 : Files.size(Path.of(name)));
      return new IngestFile(IngestInput.open(new CountedInput(raw, bar::stepBy)), bar);
    } catch (NoSuchFileException e) {
      throw new CommandFailed(ExitCode.INPUT_REFUSED, "There is no file " + name, e);
    } catch (IOException e) {
      throw new CommandFailed(
          ExitCode.INPUT_REFUSED, name + " cannot be opened: " + e.getMessage(), e);
    }
  }

  private static ProgressBar bar(long size) {
    return new ProgressBarBuilder()
        .setTaskName("weir ingest")
        .setInitialMax(size)
        .setUnit(" MiB", MEBIBYTE)
        .showSpeed()
        .setConsumer(new ConsoleProgressBarConsumer(System.err))
        .build();
  }

  InputStream stream() {
    return stream;
  }

  /** Shows how far the reading is. */
  void atLine(long line) {
    if (bar != null && line % LINES_SHOWN == 0) {
      bar.setExtraMessage("line " + line);
    }
  }

  /** Takes the bar off the screen, so that what follows stands alone. */
  void endProgress() {
    if (bar != null) {
      bar.close();
    }
  }

  @Override
  public void close() throws IOException {
    endProgress();
    stream.close();
  }
}
