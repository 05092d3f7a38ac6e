package io.weir.sources;

import static java.nio.charset.StandardCharsets.US_ASCII;

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
  private static final Pattern SHA256 = Pattern.compile("\\s*([0-9a-fA-F]{64})(?![0-9a-fA-F]).*");

  /** The hash comes first; what may follow is the name of its file. */
  private static final int SHA256_BYTES = 256;

  private final ListSource source;
  private final Fetcher fetcher;
  private Optional<Fetched.File> file = Optional.empty();
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
   * Gets the publication, unless it has not changed, and with it the hash that it must have.
   *
   * @param known of the publication in force
   */
  Found find(Validators known) throws FetchFailed, InterruptedException {
    Found found = new Found(true, Validators.NONE);
    if (source.place() instanceof Place.OnServer server) {
      Fetched fetched = fetcher.fetch(server.url(), known);
      found = new Found(fetched instanceof Fetched.File, fetched.validators());
      file =
          Optional.of(fetched).filter(Fetched.File.class::isInstance).map(Fetched.File.class::cast);
    }
    if (found.changed() && source.sha256().isPresent()) {
      sha256 = Optional.of(sha256(source.sha256().get()));
    }
    return found;
  }

  private String sha256(SourceUrl url) throws FetchFailed, InterruptedException {
    Fetched fetched = fetcher.fetch(url, Validators.NONE);
    if (fetched instanceof Fetched.File text) {
      try (text) {
        Matcher matcher =
            SHA256.matcher(
                new String(text.open().readNBytes(SHA256_BYTES), US_ASCII)
                    .lines()
                    .findFirst()
                    .orElse(""));
        if (matcher.matches()) {
          return matcher.group(1);
        }
      } catch (IOException e) {
        throw unread(url.toString(), e);
      }
    }
    throw new FetchFailed(Reason.NOT_GIVEN, url.toString(), "does not begin with a SHA-256.");
  }

  /** Reads what was got. */
  Publication read() throws ListRefused, FetchFailed {
    String name = source.place().shown();
    ListReader reader =
        new ListReader(
            ListFormats.find(source.format()).orElseThrow(), source.list(), Optional.empty());
    try (InputStream in = new BufferedInputStream(open())) {
      Publication publication = reader.read(name, in);
      if (sha256.isPresent()) {
        ListGuard.requireSha256(publication, sha256.get());
      }
      return publication;
    } catch (IOException e) {
      throw unread(name, e);
    }
  }

  private InputStream open() throws IOException {
    return source.place() instanceof Place.OnDisk disk
        ? Files.newInputStream(disk.file())
        : file.orElseThrow().open();
  }

  private static FetchFailed unread(String name, IOException e) {
    return new FetchFailed(
        Reason.LOCAL_FAULT,
        name,
        e instanceof NoSuchFileException ? "there is no such file." : "cannot be read: " + e + ".",
        e);
  }

  @Override
  public void close() {
    file.ifPresent(Fetched.File::close);
  }
}
