package io.weir.cli;

import io.weir.domain.Retrieval;
import io.weir.lists.ListFormat;
import io.weir.sources.FetchFailed;
import io.weir.sources.Fetched;
import io.weir.sources.Fetcher;
import io.weir.sources.Place;
import io.weir.sources.Readers;
import io.weir.sources.SourceUrl;
import io.weir.sources.Validators;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Where a command reads a published list from: a file, a server, or what is piped into it. */
sealed interface ListInput {
  /** Stands for what is piped into the command. */
  String PIPE = "-";

  /**
   * What an argument means.
   *
   * @param fetcher for a URL; made when it is needed, since it needs the configuration
   * @throws IllegalArgumentException when it is a URL that is not read, or no file name
   */
  static ListInput of(String argument, Supplier<Fetcher> fetcher) {
    if (argument.equals(PIPE)) {
      return new OfPipe(System.in);
    }
    return SourceUrl.looksLikeUrl(argument)
        ? new OfServer(url(argument), fetcher)
        : new OfFile(Path.of(argument));
  }

  private static SourceUrl url(String argument) {
    try {
      return SourceUrl.parse(argument);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("The list to load is " + e.getMessage(), e);
    }
  }

  /** What a listing says it was read from: no secret, and no folder of this machine. */
  String name();

  /** The same for messages to who gave it. */
  default String shown() {
    return name();
  }

  /**
   * What comes of it; to be closed.
   *
   * @throws CommandFailed when a server does not give it
   */
  Opened open() throws IOException;

  /**
   * A list that is being read.
   *
   * @param size in bytes, when it is known
   */
  record Opened(InputStream stream, OptionalLong size, Validators validators)
      implements AutoCloseable {

    /** How it was come by, when it was read as that format. */
    Retrieval retrieval(ListFormat format) {
      return Readers.retrieval(format.id(), validators);
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }

  /** A file of this machine. */
  record OfFile(Path file) implements ListInput {
    @Override
    public String name() {
      return new Place.OnDisk(file).shown();
    }

    @Override
    public String shown() {
      return file.toString();
    }

    @Override
    public Opened open() throws IOException {
      return new Opened(
          Files.newInputStream(file), OptionalLong.of(Files.size(file)), Validators.NONE);
    }
  }

  /** What is piped into the command. */
  record OfPipe(InputStream pipe) implements ListInput {
    @Override
    public String name() {
      return "stdin";
    }

    @Override
    public Opened open() {
      return new Opened(pipe, OptionalLong.empty(), Validators.NONE);
    }
  }

  /** A file of a server. */
  record OfServer(SourceUrl url, Supplier<Fetcher> fetcher) implements ListInput {
    @Override
    public String name() {
      return url.toString();
    }

    @Override
    public Opened open() throws IOException {
      try {
        if (fetcher.get().fetch(url, Validators.NONE) instanceof Fetched.File file) {
          return new Opened(file.stream(), OptionalLong.of(file.size()), file.validators());
        }
        throw new IllegalStateException("Without conditions a server cannot say: not changed");
      } catch (FetchFailed e) {
        throw new CommandFailed(codeOf(e), String.valueOf(e.getMessage()), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CommandFailed(
            ExitCode.SOURCE_UNREACHABLE, "Stopped while " + url + " was being fetched.", e);
      }
    }

    private static ExitCode codeOf(FetchFailed failure) {
      return failure.reason() == FetchFailed.Reason.TOO_LARGE
          ? ExitCode.INPUT_REFUSED
          : ExitCode.SOURCE_UNREACHABLE;
    }
  }
}
