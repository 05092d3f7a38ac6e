package io.weir.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What one load of one list did, and what has become of the list since.
 *
 * @param source the publication in force
 * @param loadedAt when the publication in force was last read, or found to be still the newest
 * @param entries entries of the list that name at least one address
 * @param addresses distinct published address keys, derived ones not counted
 * @param added listings this load added; amended, removed likewise
 * @param listings listings of the list in force after the load, derived ones included; empty when
 *     an earlier version of Weir did not count them
 * @param additionsFrom a later, suspicious publication of which only the additions were applied
 * @param refusals publications of this list that were refused since its first load
 * @param historySince the history tells everything about this list from here on; empty when it
 *     tells nothing
 * @param rowsEnd where the list topic ended after the load, as an offset: while it ends there,
 *     nobody has written to it; empty when that is not known, or rows in it cannot be read
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
    List<SkippedRow> skipped,
    OptionalInt listings,
    Retrieval retrieval,
    Optional<Source> additionsFrom,
    int refusals,
    Optional<Refusal> lastRefusal,
    Optional<Instant> historySince,
    OptionalLong rowsEnd) {

  public ListManifest {
    skipped = List.copyOf(skipped);
  }

  /** The same list, found at a later time to be still the newest that is published. */
  public ListManifest confirmed(Instant at, Retrieval found) {
    return new ListManifest(
        authority,
        list,
        source,
        at,
        entries,
        addresses,
        0,
        0,
        0,
        skipped,
        listings,
        found,
        additionsFrom,
        refusals,
        lastRefusal,
        historySince,
        rowsEnd);
  }

  /** The same list, after one more publication was refused. */
  public ListManifest refused(Refusal refusal) {
    return new ListManifest(
        authority,
        list,
        source,
        loadedAt,
        entries,
        addresses,
        added,
        amended,
        removed,
        skipped,
        listings,
        retrieval,
        additionsFrom,
        refusals + 1,
        Optional.of(refusal),
        historySince,
        rowsEnd);
  }
}
