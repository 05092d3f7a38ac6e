package io.weir.cli;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import io.weir.lists.Companion;
import io.weir.lists.ListFormat;
import io.weir.lists.ListFormats;
import io.weir.lists.ListId;
import io.weir.lists.ListReader;
import io.weir.lists.ListRefused;
import io.weir.lists.Publication;
import io.weir.publish.KnownFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** A published list, read with a progress bar when someone is watching. */
final class ListFile {
  private static final long MEBIBYTE = 1 << 20;

  /** Less than this is read sooner than Kafka answers. */
  private static final long LARGE = MEBIBYTE;

  private final ListInput input;
  private final Optional<ListFormat> format;
  private final Optional<ListInput> comments;

  /**
   * @param format empty when the file's beginning shall tell it
   * @param comments the companion that the format needs, where it has one
   */
  ListFile(ListInput input, Optional<ListFormat> format, Optional<ListInput> comments) {
    this.input = input;
    this.format = format;
    this.comments = comments;
  }

  /**
   * Reads the publication.
   *
   * @param id the list it is, which may depend on the format
   * @param publishedOn its date, when the file gives none
   * @throws CommandFailed when it cannot be read or was refused
   */
  Publication read(Function<ListFormat, ListId> id, Optional<LocalDate> publishedOn) {
    try (ListInput.Opened opened = input.open();
        Progress progress = Progress.of(input.name(), opened.size())) {
      BufferedInputStream stream = new BufferedInputStream(progress.watch(opened.stream()));
      ListFormat read = format.isPresent() ? format.get() : guess(stream);
      ListReader reader = new ListReader(read, id.apply(read), publishedOn);
      Publication publication =
          comments.isPresent()
              ? readBoth(reader, read, stream, comments.get())
              : reader.read(input.name(), stream);
      return publication.withRetrieval(opened.retrieval(read));
    } catch (NoSuchFileException e) {
      throw new CommandFailed(ExitCode.INPUT_REFUSED, "There is no file " + e.getFile(), e);
    } catch (IOException e) {
      throw unreadable(e);
    } catch (ListRefused e) {
      throw new CommandFailed(ExitCode.INPUT_REFUSED, e.getMessage(), e);
    }
  }

  /**
   * What can be told of the file without reading it as a list.
   *
   * @param id the list it is, which may depend on the format
   * @param publishedOn its date, when the file gives none
   * @return empty when to read it costs no more than to ask about it, or can happen once only
   * @throws CommandFailed when it cannot be read
   */
  Optional<KnownFile> known(Function<ListFormat, ListId> id, Optional<LocalDate> publishedOn) {
    if (!(input instanceof ListInput.OfFile file) || comments.isPresent()) {
      return Optional.empty();
    }
    try {
      if (!Files.isRegularFile(file.file()) || Files.size(file.file()) < LARGE) {
        return Optional.empty();
      }
      try (ListInput.Opened opened = file.open();
          BufferedInputStream stream = new BufferedInputStream(opened.stream())) {
        ListFormat read = format.isPresent() ? format.get() : guess(stream);
        String sha256 = MoreFiles.asByteSource(file.file()).hash(Hashing.sha256()).toString();
        return Optional.of(
            new KnownFile(
                id.apply(read), file.name(), sha256, publishedOn, opened.retrieval(read)));
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private CommandFailed unreadable(IOException e) {
    return new CommandFailed(
        ExitCode.INPUT_REFUSED, input.shown() + " cannot be read: " + e.getMessage(), e);
  }

  private Publication readBoth(
      ListReader reader, ListFormat format, InputStream stream, ListInput comments)
      throws IOException, ListRefused {
    if (format.companion().isEmpty()) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "The format " + format.id() + " is read from one file. Leave --comments out.");
    }
    try (ListInput.Opened second = comments.open()) {
      return reader.read(input.name(), stream, new Companion(comments.name(), second.stream()));
    }
  }

  private ListFormat guess(BufferedInputStream stream) throws IOException {
    return ListFormats.guess(stream)
        .orElseThrow(
            () ->
                new CommandFailed(
                    ExitCode.INPUT_REFUSED,
                    input.shown()
                        + ": its beginning does not tell its format. Give --format; 'weir lists"
                        + " formats' shows what can be read."));
  }

  private record Progress(@Nullable ProgressBar bar) implements AutoCloseable {

    private static Progress of(String name, OptionalLong size) {
      if (!Ansi.AUTO.enabled()) {
        return new Progress(null);
      }
      return new Progress(
          new ProgressBarBuilder()
              .setTaskName(name)
              .setInitialMax(size.orElse(-1))
              .setUnit(" MiB", MEBIBYTE)
              .setConsumer(new ConsoleProgressBarConsumer(System.err))
              .build());
    }

    private InputStream watch(InputStream raw) {
      return bar == null ? raw : new CountedInput(raw, bar::stepBy);
    }

    @Override
    public void close() {
      if (bar != null) {
        bar.close();
      }
    }
  }
}
