package io.weir.publish;

import io.weir.domain.ListEvent;
import io.weir.domain.ListEvent.Kind;
import io.weir.domain.ListManifest;
import io.weir.domain.Listing;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The listings of one list between two of its loads, and whether the later load fits to them. */
final class PastRows {
  /** By listing id. */
  private final Map<String, PastListing> held = new HashMap<>();

  List<PastListing> listings() {
    return List.copyOf(held.values());
  }

  /** Forgets what was there, and takes what a load at which the history begins found. */
  void start(List<ListEvent> changes) {
    held.clear();
    held.putAll(found(changes));
  }

  /** Whether a load at which the history begins found just what is here. */
  boolean isFoundBy(List<ListEvent> changes) {
    return held.equals(found(changes));
  }

  /** Why the load cannot have been made of what is here; empty when it can. */
  Optional<String> fault(List<ListEvent> changes, Optional<ListManifest> left, Instant at) {
    int listings = held.size();
    for (ListEvent event : changes) {
      Optional<Listing> there = there(event);
      Optional<Listing> before = event.kind() == Kind.AMENDED ? event.before() : event.listing();
      if ((event.kind() == Kind.AMENDED || event.kind() == Kind.REMOVED) && !there.equals(before)) {
        return Optional.of(
            "its load of "
                + at
                + " takes back what its history does not hold: "
                + listing(event).address()
                + " of entry "
                + listing(event).entryId());
      }
      if (event.kind() == Kind.ADDED && there.isEmpty()) {
        listings++;
      } else if (event.kind() == Kind.REMOVED) {
        listings--;
      }
    }
    // A list that is withdrawn as a whole leaves no manifest, and nothing else either.
    int told = left.map(ListManifest::listings).orElse(OptionalInt.of(0)).orElse(-1);
    return told == listings
        ? Optional.empty()
        : Optional.of(
            "after its load of "
                + at
                + " it had "
                + told
                + " listings, but by its history "
                + listings);
  }

  void apply(List<ListEvent> changes) {
    for (ListEvent event : changes) {
      if (event.kind() == Kind.REMOVED) {
        held.remove(listing(event).listingId());
      } else if (event.kind() != Kind.HELD) {
        held.put(listing(event).listingId(), past(event));
      }
    }
  }

  private Optional<Listing> there(ListEvent event) {
    return Optional.ofNullable(held.get(listing(event).listingId()))
        .filter(found -> event.key().equals(Optional.of(found.key())))
        .map(PastListing::listing);
  }

  private static Map<String, PastListing> found(List<ListEvent> changes) {
    Map<String, PastListing> found = new HashMap<>();
    changes.stream()
        .filter(event -> event.kind() == Kind.HELD)
        .forEach(event -> found.put(listing(event).listingId(), past(event)));
    return found;
  }

  private static PastListing past(ListEvent event) {
    return new PastListing(event.key().orElseThrow(), listing(event));
  }

  private static Listing listing(ListEvent event) {
    return event.listing().orElseThrow();
  }
}
