package io.weir.domain;

import java.time.Instant;
import java.util.List;

/**
 * What one load of one list did.
 *
 * @param entries entries of the list that name at least one address
 * @param addresses distinct published address keys, derived ones not counted
 * @param added listings this load added; amended, removed likewise
 */
public record ListManifest(
    String authority,
    String list,
    Source source,
    Instant loadedAt,
    int entries,
    int addresses,
    int added,
    int amended,
    int removed,
    List<SkippedRow> skipped) {

  public ListManifest {
    skipped = List.copyOf(skipped);
  }
}
