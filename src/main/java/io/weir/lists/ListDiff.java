package io.weir.lists;

import io.weir.address.AddressKey;
import io.weir.domain.Listing;
import io.weir.domain.SanctionedAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The difference between a publication and what the list topic holds.
 *
 * <p>A publication speaks for its own list alone: listings of other lists stay as they are. A
 * listing counts as the same when it differs in nothing but the publication it was read from; it
 * keeps naming the publication that first had it in this form.
 *
 * @param added listings that were not there
 * @param amended listings whose details changed
 * @param removed listings that are withdrawn
 * @param unchanged how many listings stay as they are
 * @param changes the rows to write: what lists the key from now on, or empty when nothing does
 * @param repaired keys whose row could not be read and is written anew; whatever another list had
 *     there is back when that list is loaded again
 * @param unreadable keys whose row cannot be read and that the publication does not name; they stay
 *     listed
 */
public record ListDiff(
    List<Listing> added,
    List<Amended> amended,
    List<Listing> removed,
    int unchanged,
    SortedMap<AddressKey, Optional<SanctionedAddress>> changes,
    List<AddressKey> repaired,
    List<AddressKey> unreadable) {

  /** A listing before and after. */
  public record Amended(Listing before, Listing after) {}

  public ListDiff {
    added = List.copyOf(added);
    amended = List.copyOf(amended);
    removed = List.copyOf(removed);
    repaired = List.copyOf(repaired);
    unreadable = List.copyOf(unreadable);
  }

  /** Whether there is nothing to write. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /**
   * Compares.
   *
   * @param rows the readable rows of the list topic, of every list
   * @param unreadable keys of the rows that cannot be read
   */
  public static ListDiff between(
      Map<AddressKey, SanctionedAddress> rows,
      Set<AddressKey> unreadable,
      Publication publication) {
    return between(rows, unreadable, publication.id(), publication.rows());
  }

  /** What is left to write when a list is withdrawn as a whole. */
  public static ListDiff withdrawing(
      Map<AddressKey, SanctionedAddress> rows, Set<AddressKey> unreadable, ListId id) {
    return between(rows, unreadable, id, Map.of());
  }

  private static ListDiff between(
      Map<AddressKey, SanctionedAddress> rows,
      Set<AddressKey> unreadable,
      ListId id,
      Map<AddressKey, List<Listing>> published) {
    Building building = new Building(id);
    Set<AddressKey> keys = new TreeSet<>(published.keySet());
    keys.addAll(rows.keySet());
    for (AddressKey key : keys) {
      SanctionedAddress row = rows.get(key);
      building.compare(
          key,
          row == null ? List.of() : row.listings(),
          published.getOrDefault(key, List.of()),
          unreadable.contains(key));
    }
    return building.finish(
        unreadable.stream().filter(key -> !published.containsKey(key)).sorted().toList());
  }

  /**
   * The additions of this difference alone: all that is in force stays as it is.
   *
   * @param rows those that this difference was taken from
   */
  public ListDiff additionsOnly(Map<AddressKey, SanctionedAddress> rows) {
    Set<String> ids = added.stream().map(Listing::listingId).collect(Collectors.toSet());
    SortedMap<AddressKey, Optional<SanctionedAddress>> additions = new TreeMap<>();
    changes.forEach(
        (key, changed) -> {
          List<Listing> more =
              changed.stream()
                  .flatMap(row -> row.listings().stream())
                  .filter(listing -> ids.contains(listing.listingId()))
                  .toList();
          if (!more.isEmpty()) {
            SanctionedAddress row = rows.get(key);
            List<Listing> all = new ArrayList<>(row == null ? List.of() : row.listings());
            all.addAll(more);
            additions.put(key, Optional.of(new SanctionedAddress(key, all)));
          }
        });
    return new ListDiff(added, List.of(), List.of(), held(), additions, repaired, unreadable);
  }

  /** How many readable listings of this list were in force before. */
  public int held() {
    return unchanged + amended.size() + removed.size();
  }

  /** How many readable listings of this list are in force once this is written. */
  public int remaining() {
    return unchanged + amended.size() + added.size();
  }

  private static final class Building {
    private final ListId id;
    private final List<Listing> added = new ArrayList<>();
    private final List<Amended> amended = new ArrayList<>();
    private final List<Listing> removed = new ArrayList<>();
    private final List<AddressKey> repaired = new ArrayList<>();
    private final SortedMap<AddressKey, Optional<SanctionedAddress>> changes = new TreeMap<>();
    private int unchanged;

    private Building(ListId id) {
      this.id = id;
    }

    private void compare(
        AddressKey key, List<Listing> held, List<Listing> published, boolean unreadable) {
      Map<String, Listing> before =
          held.stream()
              .filter(id::publishes)
              .collect(Collectors.toMap(Listing::listingId, Function.identity()));
      List<Listing> after =
          new ArrayList<>(held.stream().filter(listing -> !id.publishes(listing)).toList());
      boolean changed = unreadable;
      for (Listing listing : published) {
        Listing old = before.remove(listing.listingId());
        if (old == null) {
          added.add(listing);
          after.add(listing);
          changed = true;
        } else if (isSame(old, listing)) {
          unchanged++;
          after.add(old);
        } else {
          amended.add(new Amended(old, listing));
          after.add(listing);
          changed = true;
        }
      }
      List<Listing> withdrawn =
          before.values().stream().sorted(Comparator.comparing(Listing::listingId)).toList();
      removed.addAll(withdrawn);
      if (unreadable) {
        repaired.add(key);
      }
      if (changed || !withdrawn.isEmpty()) {
        changes.put(
            key,
            after.isEmpty() ? Optional.empty() : Optional.of(new SanctionedAddress(key, after)));
      }
    }

    private ListDiff finish(List<AddressKey> stillUnreadable) {
      return new ListDiff(added, amended, removed, unchanged, changes, repaired, stillUnreadable);
    }
  }

  private static boolean isSame(Listing one, Listing other) {
    return one.withSource(other.source()).equals(other);
  }
}
