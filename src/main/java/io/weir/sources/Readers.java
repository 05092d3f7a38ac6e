package io.weir.sources;

import io.weir.domain.ListManifest;
import io.weir.domain.Retrieval;
import io.weir.lists.ListReader;
import java.util.Optional;

/*
 * A server that says "not changed" speaks of a file. Whether that file need not be read again
 * depends on more: on the version of Weir, since a newer one may see more in the same bytes, and on
 * the format it is read as. So both are remembered with the file's validators.
 */
/** How a publication was read, and whether a later look may be content with the same file. */
public final class Readers {
  private Readers() {}

  /** What a manifest says of a publication that was fetched. */
  public static Retrieval retrieval(String format, Validators validators) {
    return new Retrieval(name(format), validators.etag(), validators.lastModified());
  }

  /** What to ask a server with. */
  static Validators known(ListSource source, Optional<ListManifest> inForce) {
    return inForce
        // Of two files that belong together either may have changed.
        .filter(manifest -> source.comments().isEmpty())
        .filter(manifest -> manifest.additionsFrom().isEmpty())
        .filter(manifest -> manifest.source().uri().equals(source.place().shown()))
        .map(ListManifest::retrieval)
        .filter(retrieval -> retrieval.reader().equals(name(source.format())))
        .map(retrieval -> new Validators(retrieval.etag(), retrieval.lastModified()))
        .orElse(Validators.NONE);
  }

  private static String name(String format) {
    return ListReader.version() + " " + format;
  }
}
