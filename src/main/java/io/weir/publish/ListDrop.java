package io.weir.publish;

import io.weir.domain.ListManifest;
import io.weir.lists.ListDiff;
import io.weir.lists.ListId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The withdrawal of a whole list that one no longer subscribes to: its listings and its manifest.
 *
 * @param diff what is to be written
 * @param inForce the manifest of its last load; empty when it cannot be read or is lost
 */
public record ListDrop(ListId id, HeldLists held, ListDiff diff, Optional<ListManifest> inForce) {

  /** Compares. */
  public static ListDrop of(ListId id, HeldLists held) {
    return new ListDrop(
        id, held, ListDiff.withdrawing(held.rows(), held.unreadable(), id), held.manifest(id));
  }

  /** Whether there is such a list. */
  public boolean exists() {
    return inForce.isPresent()
        || !diff.removed().isEmpty()
        || held.unreadableManifests().contains(id.toString());
  }

  /** Whether nothing would be listed any more on a day, UTC: nothing could be screened then. */
  public boolean leavesNothing(LocalDate today) {
    return held.rows().values().stream()
        .flatMap(row -> row.listings().stream())
        .noneMatch(listing -> !id.publishes(listing) && listing.listsOn(today));
  }

  boolean startsHistory() {
    return inForce.flatMap(ListManifest::historySince).isEmpty()
        || !inForce.get().listings().equals(OptionalInt.of(diff.held()));
  }
}
