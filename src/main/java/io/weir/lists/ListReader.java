package io.weir.lists;

import io.weir.domain.Retrieval;
import io.weir.domain.Source;
import io.weir.lists.ListRefused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads publications: any format, hashed and capped, every address turned into its key. */
public final class ListReader {

  /** Twice the size of the largest list published, OFAC's advanced XML. */
  public static final long MAX_BYTES = 256L * 1024 * 1024;

  /** What manifests name as the reader; a newer one may see more in the same bytes. */
  private static final String VERSION =
      Objects.requireNonNullElse(
          ListReader.class.getPackage().getImplementationVersion(), "built from classes");

  /** A thousand times the size of the one companion there is, which is held in memory. */
  private static final long MAX_COMPANION_BYTES = 32L * 1024 * 1024;

  private final ListFormat format;
  private final ListId id;
  private final Optional<LocalDate> publishedOn;
  private final long maxBytes;

  /** The name by which manifests know this version of Weir. */
  public static String version() {
    return VERSION;
  }

  /**
   * @param publishedOn the date of the publication, when the file itself gives none
   * @throws IllegalArgumentException when the list is that of the user's own decisions
   */
  public ListReader(ListFormat format, ListId id, Optional<LocalDate> publishedOn) {
    this(format, id, publishedOn, format.maxBytes());
  }

  ListReader(ListFormat format, ListId id, Optional<LocalDate> publishedOn, long maxBytes) {
    this.format = format;
    // Whoever made the id: no format may speak for the user.
    this.id = ListId.ofPublication(id.authority(), id.list());
    this.publishedOn = publishedOn;
    this.maxBytes = maxBytes;
  }

  /**
   * Reads a whole publication.
   *
   * @param uri file name or URL, which goes into every listing
   * @param file is read to its end and left open
   */
  public Publication read(String uri, InputStream file) throws IOException, ListRefused {
    return read(uri, file, stream -> format.read(uri, stream), () -> uri);
  }

  /**
   * Reads a whole publication that consists of two files. The hash of its source is that of the
   * first, as the authority publishes it; the name of its source tells the name and the hash of the
   * other, so that both files can be found again.
   *
   * @param companion what the format asks for by {@link ListFormat#companion}
   */
  public Publication read(String uri, InputStream file, Companion companion)
      throws IOException, ListRefused {
    PublicationStream rest =
        new PublicationStream(
            companion.file(), MAX_COMPANION_BYTES, sweep(" of " + companion.name()));
    return read(
        uri,
        file,
        stream -> {
          Contents contents = format.read(uri, stream, new Companion(companion.name(), rest));
          return contents.withNotices(rest.unaccounted(contents));
        },
        () -> uri + " with " + companion.name() + " (SHA-256 " + rest.sha256Hex() + ")");
  }

  /** What a format makes of the bytes. */
  private interface Parser {
    Contents parse(PublicationStream stream) throws IOException, ListRefused;
  }

  private Publication read(String uri, InputStream file, Parser parser, Supplier<String> sourceName)
      throws IOException, ListRefused {
    PublicationStream stream = new PublicationStream(file, maxBytes, sweep(""));
    try {
      Contents parsed = parse(uri, stream, parser);
      stream.drain();
      Contents contents = parsed.withNotices(stream.unaccounted(parsed));
      Source source =
          new Source(
              sourceName.get(), stream.sha256Hex(), contents.publishedOn().or(() -> publishedOn));
      return new ListingBuilder(id, source)
          .build(contents, Retrieval.ofFile(VERSION), format.mayNameNoAddress());
    } catch (TooLarge e) {
      throw new ListRefused(
          Reason.TOO_LARGE,
          uri,
          "larger than " + maxBytes + " bytes; no list is. Fetch the file again.",
          e);
    }
  }

  private Optional<AddressSweep> sweep(String ofFile) {
    return format.sweeps() ? Optional.of(new AddressSweep(ofFile)) : Optional.empty();
  }

  private Contents parse(String uri, PublicationStream stream, Parser parser)
      throws IOException, ListRefused {
    try {
      return parser.parse(stream);
    } catch (CharacterCodingException e) {
      throw new ListRefused(
          Reason.MALFORMED, uri, "is not UTF-8. Save it as UTF-8 and load it again.", e);
    } catch (ListRefused refused) {
      stream.drain();
      throw explained(uri, stream, refused);
    }
  }

  /** What a parser can only call malformed has often a plainer cause. */
  private ListRefused explained(String uri, PublicationStream stream, ListRefused refused) {
    if (stream.isEmpty()) {
      return new ListRefused(Reason.EMPTY_FILE, uri, "is empty. Fetch the file again.", refused);
    }
    if (stream.head().toLowerCase(Locale.ROOT).matches("(?s)<(!doctype )?html.*")) {
      return new ListRefused(
          Reason.NOT_THIS_FORMAT,
          uri + ":1",
          "is a web page, not a list; the server probably answered with an error."
              + " Open it to see what it says, then fetch the file again.",
          refused);
    }
    if (refused.reason() == Reason.MALFORMED && !format.mayEndWith(stream.tail())) {
      return new ListRefused(
          Reason.TRUNCATED,
          refused.where(),
          "the file ends in the middle of the list; the download was cut off. Fetch the"
              + " file again.",
          refused);
    }
    return refused;
  }
}
