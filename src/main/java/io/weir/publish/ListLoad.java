package io.weir.publish;

import io.weir.domain.ListManifest;
import io.weir.domain.Retrieval;
import io.weir.domain.Source;
import io.weir.lists.ListDiff;
import io.weir.lists.ListGuard;
import io.weir.lists.ListId;
import io.weir.lists.ListRefused;
import io.weir.lists.Publication;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A publication held against the list in force: what loading it would do.
 *
 * @param diff what is to be written
 * @param inForce the manifest of the load before; empty for the first, and when it is unreadable
 * @param leftOut the whole difference, when only its additions are to be written
 * @param restartsHistory whether the history is to begin anew with this load, as a person asked
 */
public record ListLoad(
    Publication publication,
    HeldLists held,
    ListDiff diff,
    Optional<ListManifest> inForce,
    Optional<ListDiff> leftOut,
    boolean restartsHistory) {

  /** Compares. */
  public static ListLoad of(Publication publication, HeldLists held) {
    return new ListLoad(
        publication,
        held,
        ListDiff.between(held.rows(), held.unreadable(), publication),
        held.manifest(publication.id()),
        Optional.empty(),
        false);
  }

  /**
   * The same load with the additions of the publication alone: what it would amend or withdraw
   * stays as it is, and the list goes on being of its last whole publication. The first load of a
   * list has nothing else, and stays whole.
   */
  public ListLoad additionsOnly() {
    if (inForce.isEmpty() && diff.held() == 0) {
      return this;
    }
    return new ListLoad(
        publication,
        held,
        diff.additionsOnly(held.rows()),
        inForce,
        Optional.of(diff),
        restartsHistory);
  }

  /**
   * The same load, with which the history of the list begins anew. For a history that was damaged:
   * what is in force is told again, and from then on it is whole.
   */
  public ListLoad restartingHistory() {
    return new ListLoad(publication, held, diff, inForce, leftOut, true);
  }

  /**
   * Refuses what is not plausible.
   *
   * @throws ListRefused in a sentence that says what to do
   */
  public void requirePlausible() throws ListRefused {
    ListGuard.requirePlausible(publication, leftOut.orElse(diff), inForce);
  }

  ListId id() {
    return publication.id();
  }

  /**
   * Whether the history of the list begins with this load: there was none, or somebody else than
   * Weir has changed the rows since, so that it no longer tells what is in force.
   */
  public boolean startsHistory() {
    return restartsHistory
        || inForce.flatMap(ListManifest::historySince).isEmpty()
        || !inForce.get().listings().equals(OptionalInt.of(diff.held()));
  }

  /** Whether there is anything to tell; that the same bytes were read again is not. */
  boolean writesHistory(ListManifest next) {
    return startsHistory()
        || !diff.isEmpty()
        || inForce.filter(before -> isOfSamePublications(before, next)).isEmpty();
  }

  ListManifest manifest(Instant at) {
    Optional<Instant> since =
        startsHistory() ? Optional.of(at) : inForce.flatMap(ListManifest::historySince);
    return leftOut.isPresent() ? additions(since) : whole(at, since);
  }

  /** Empty while there are rows that somebody has to be told of at every load. */
  private OptionalLong rowsEnd() {
    if (!diff.unreadable().isEmpty() || !held.unusableKeys().isEmpty()) {
      return OptionalLong.empty();
    }
    // One more than the last row, for the marker that ends a transaction.
    return OptionalLong.of(held.rowsEnd() + (diff.isEmpty() ? 0 : diff.changes().size() + 1));
  }

  private ListManifest whole(Instant at, Optional<Instant> historySince) {
    return new ListManifest(
        id().authority(),
        id().list(),
        publication.source(),
        at,
        publication.entries(),
        publication.addresses(),
        diff.added().size(),
        diff.amended().size(),
        diff.removed().size(),
        Told.of(publication.skipped()),
        OptionalInt.of(diff.remaining()),
        publication.retrieval(),
        Optional.empty(),
        inForce.map(ListManifest::refusals).orElse(0),
        inForce.flatMap(ListManifest::lastRefusal),
        historySince,
        rowsEnd());
  }

  private ListManifest additions(Optional<Instant> historySince) {
    ListManifest last = inForce.orElseGet(this::unknown);
    return new ListManifest(
        last.authority(),
        last.list(),
        last.source(),
        last.loadedAt(),
        last.entries(),
        last.addresses(),
        diff.added().size(),
        0,
        0,
        last.skipped(),
        OptionalInt.of(diff.remaining()),
        last.retrieval(),
        Optional.of(publication.source()),
        last.refusals(),
        last.lastRefusal(),
        historySince,
        rowsEnd());
  }

  /** Stands for a manifest that is lost: a list as old as can be, so that freshness alarms. */
  private ListManifest unknown() {
    return new ListManifest(
        id().authority(),
        id().list(),
        new Source("", "", Optional.empty()),
        Instant.EPOCH,
        0,
        0,
        0,
        0,
        0,
        List.of(),
        OptionalInt.empty(),
        Retrieval.ofFile(""),
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty());
  }

  private static boolean isOfSamePublications(ListManifest one, ListManifest other) {
    return isSame(one.source(), other.source())
        && one.additionsFrom().isPresent() == other.additionsFrom().isPresent()
        && one.additionsFrom()
            .map(source -> isSame(source, other.additionsFrom().orElseThrow()))
            .orElse(true);
  }

  /** From wherever it was fetched. */
  private static boolean isSame(Source one, Source other) {
    return one.sha256().equals(other.sha256()) && one.publishedOn().equals(other.publishedOn());
  }
}
