package io.weir.sources;

import io.weir.lists.ListId;
import java.time.Duration;
import java.util.Optional;

/**
 * Where one list comes from, and how often it is looked for.
 *
 * @param format id of the format it is published in
 * @param place of the publication
 * @param comments place of the file that belongs to the publication, where a format has one
 * @param sha256 place of a text that begins with the SHA-256 the publication must have
 * @param every the time between two looks
 * @param maxAge how long after the last good look the list counts as fresh; empty for what holds in
 *     general
 * @param route through a proxy of its own, or none; empty for what holds in general
 * @param enabled whether it is looked for at all
 */
public record ListSource(
    ListId list,
    String format,
    Place place,
    Optional<Place> comments,
    Optional<SourceUrl> sha256,
    Duration every,
    Optional<Duration> maxAge,
    Optional<ProxyRoute> route,
    boolean enabled) {

  /** The list in the form that manifests are keyed by, {@code authority/list}. */
  public String key() {
    return list.toString();
  }
}
