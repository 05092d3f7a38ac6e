package io.weir.sources;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.weir.lists.Companion;
import io.weir.lists.ListFormats;
import io.weir.lists.ListGuard;
import io.weir.lists.ListReader;
import io.weir.lists.ListRefused;
import io.weir.lists.Publication;
import io.weir.sources.FetchFailed.Reason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of one publication: got, held until they are read, and then deleted. */
final class SourceFiles implements AutoCloseable {
  private static final Pattern SHA256 = Pattern.compile("\\s*([0-9a-fA-F]{64})(?![0-9a-fA-F])");

  /** The hash comes first; what may follow is the name of its file. */
  private static final int SHA256_BYTES = 256;

  private final ListSource source;
  private final Fetcher fetcher;
  private Optional<Fetched.File> file = Optional.empty();
  private Optional<Fetched.File> comments = Optional.empty();
  private Optional<String> sha256 = Optional.empty();

  SourceFiles(ListSource source, Fetcher fetcher) {
    this.source = source;
    this.fetcher = fetcher;
  }

  /**
   * What a look at the place gave.
   *
   * @param changed false when the publication is the one in force
   */
  record Found(boolean changed, Validators validators) {}

  /**
   * Gets the publication, unless it has not changed, and what belongs to it.
   *
   * @param known of the publication in force
   */
  Found find(Validators known) throws FetchFailed, InterruptedException {
    if (source.place() instanceof Place.OnServer server) {
      Fetched fetched = fetcher.fetch(server.url(), known);
      if (!(fetched instanceof Fetched.File whole)) {
        return new Found(false, fetched.validators());
      }
      file = Optional.of(whole);
    }
    if (source.comments().isPresent() && source.comments().get() instanceof Place.OnServer server) {
      comments = Optional.of(whole(server.url()));
    }
    if (source.sha256().isPresent()) {
      sha256 = Optional.of(sha256(source.sha256().get()));
    }
    return new Found(true, file.map(Fetched::validators).orElse(Validators.NONE));
  }

  private Fetched.File whole(SourceUrl url) throws FetchFailed, InterruptedException {
    if (fetcher.fetch(url, Validators.NONE) instanceof Fetched.File whole) {
      return whole;
    }
    throw new IllegalStateException("Without conditions a server cannot say: not changed");
  }

  private String sha256(SourceUrl url) throws FetchFailed, InterruptedException {
    try (Fetched.File text = whole(url)) {
      byte[] beginning = text.open().readNBytes(SHA256_BYTES);
      Matcher matcher = SHA256.matcher(new String(beginning, US_ASCII));
      if (matcher.lookingAt()) {
        return matcher.group(1);
      }
    } catch (IOException e) {
      throw unread(url.toString(), e);
    }
    throw new FetchFailed(Reason.NOT_GIVEN, url.toString(), "does not begin with a SHA-256.");
  }

  /** Reads what was got. */
  Publication read() throws ListRefused, FetchFailed {
    String name = source.place().shown();
    ListReader reader =
        new ListReader(
            ListFormats.find(source.format()).orElseThrow(), source.list(), Optional.empty());
    try (InputStream in = open(source.place(), file)) {
      Publication publication =
          source.comments().isPresent()
              ? readBoth(reader, in, source.comments().get())
              : reader.read(name, in);
      if (sha256.isPresent()) {
        ListGuard.requireSha256(publication, sha256.get());
      }
      return publication;
    } catch (IOException e) {
      throw unread(name, e);
    }
  }

  private Publication readBoth(ListReader reader, InputStream in, Place second)
      throws IOException, ListRefused {
    try (InputStream rest = open(second, comments)) {
      return reader.read(source.place().shown(), in, new Companion(second.shown(), rest));
    }
  }

  private static InputStream open(Place place, Optional<Fetched.File> fetched) throws IOException {
    return new BufferedInputStream(
        place instanceof Place.OnDisk disk
            ? Files.newInputStream(disk.file())
            : fetched.orElseThrow().open());
  }

  private static FetchFailed unread(String name, IOException e) {
    return new FetchFailed(
        Reason.LOCAL_FAULT,
        name,
        e instanceof NoSuchFileException missing
            ? "there is no file " + missing.getFile() + "."
            : "cannot be read: " + e + ".",
        e);
  }

  @Override
  public void close() {
    file.ifPresent(Fetched.File::close);
    comments.ifPresent(Fetched.File::close);
  }
}
