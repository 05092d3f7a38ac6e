package io.weir.publish;

import io.weir.domain.ListManifest;
import io.weir.domain.Retrieval;
import io.weir.lists.ListId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A file of a published list of which everything is known but what it says.
 *
 * @param id the list it is
 * @param uri the name by which listings would tell of it
 * @param sha256 of its bytes, lower-case hex
 * @param publishedOn its date, when whoever loads it gives one
 * @param retrieval how it would be read
 */
public record KnownFile(
    ListId id, String uri, String sha256, Optional<LocalDate> publishedOn, Retrieval retrieval) {

  /**
   * Whether it is the publication in force as a whole, read by the same reader, with a history that
   * tells so. The name counts too: that of a publication of two files names them both.
   */
  boolean isInForce(ListManifest manifest) {
    return manifest.additionsFrom().isEmpty()
        && manifest.historySince().isPresent()
        && manifest.source().uri().equals(uri)
        && manifest.source().sha256().equals(sha256)
        && (publishedOn.isEmpty() || publishedOn.equals(manifest.source().publishedOn()))
        && manifest.retrieval().reader().equals(retrieval.reader());
  }
}
