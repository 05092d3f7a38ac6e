package io.weir.publish;

import io.weir.domain.ListManifest;
import io.weir.domain.SkippedRow;
import io.weir.lists.ListDiff;
import io.weir.lists.ListGuard;
import io.weir.lists.ListRefused;
import io.weir.lists.Publication;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A publication held against the list in force: what loading it would do.
 *
 * @param inForce the manifest of the load before; empty for the first
 */
public record ListLoad(
    Publication publication, HeldLists held, ListDiff diff, Optional<ListManifest> inForce) {

  /** Rows that one manifest tells of; the load itself reports all of them. */
  private static final int MAX_SKIPPED = 1000;

  /** OFAC's own limit for an id. */
  private static final int MAX_SKIPPED_TEXT = 256;

  /** Compares. */
  public static ListLoad of(Publication publication, HeldLists held) {
    return new ListLoad(
        publication,
        held,
        ListDiff.between(held.rows(), held.unreadable(), publication),
        held.manifest(publication.id()));
  }

  /**
   * Refuses what is not plausible.
   *
   * @throws ListRefused in a sentence that says what to do
   */
  public void requirePlausible() throws ListRefused {
    ListGuard.requirePlausible(publication, diff, inForce);
  }

  ListManifest manifest(Instant loadedAt) {
    return new ListManifest(
        publication.id().authority(),
        publication.id().list(),
        publication.source(),
        loadedAt,
        publication.entries(),
        publication.addresses(),
        diff.added().size(),
        diff.amended().size(),
        diff.removed().size(),
        skipped(),
        OptionalInt.of(diff.added().size() + diff.amended().size() + diff.unchanged()),
        publication.retrieval(),
        Optional.empty(),
        inForce.map(ListManifest::refusals).orElse(0),
        inForce.flatMap(ListManifest::lastRefusal),
        Optional.empty());
  }

  private List<SkippedRow> skipped() {
    List<SkippedRow> all = publication.skipped();
    Stream<SkippedRow> told = all.stream().limit(MAX_SKIPPED).map(ListLoad::shortened);
    int more = all.size() - MAX_SKIPPED;
    Stream<SkippedRow> rest =
        more > 0 ? Stream.of(new SkippedRow(0, "", "", "And " + more + " more.")) : Stream.empty();
    return Stream.concat(told, rest).toList();
  }

  private static SkippedRow shortened(SkippedRow row) {
    return row.text().length() <= MAX_SKIPPED_TEXT
        ? row
        : new SkippedRow(
            row.line(), row.entryId(), row.text().substring(0, MAX_SKIPPED_TEXT), row.reason());
  }
}
