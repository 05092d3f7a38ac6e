package io.weir.publish;

import io.weir.address.AddressKey;
import io.weir.domain.Ids;
import io.weir.domain.ListEvent;
import io.weir.domain.ListEvent.Kind;
import io.weir.domain.ListManifest;
import io.weir.domain.Listing;
import io.weir.domain.Refusal;
import io.weir.domain.SanctionedAddress;
import io.weir.lists.ListDiff;
import io.weir.lists.ListId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the history is told of one load: where it begins, everything that was in force; then each
 * listing that changes; then that the load took effect.
 */
final class LoadEvents {
  private final ListId id;
  private final String loadId;
  private final Instant at;

  private LoadEvents(ListId id, String what, Instant at) {
    this.id = id;
    this.loadId = Ids.load(id.authority(), id.list(), what, at);
    this.at = at;
  }

  /** Of a load that leaves this manifest. */
  static Stream<ListEvent> of(ListLoad load, ListManifest manifest, Instant at) {
    return new LoadEvents(load.id(), load.publication().source().sha256(), at)
        .all(load.held(), load.diff(), load.startsHistory(), Optional.of(manifest));
  }

  /** Of the withdrawal of a whole list. */
  static Stream<ListEvent> of(ListDrop drop, Instant at) {
    return new LoadEvents(drop.id(), "", at)
        .all(drop.held(), drop.diff(), drop.startsHistory(), Optional.empty());
  }

  /** Of a publication that was refused. */
  static ListEvent refused(ListId id, Refusal refusal) {
    return new LoadEvents(id, refusal.uri() + ' ' + refusal.reason(), refusal.at())
        .event(Kind.REFUSED, Optional.empty(), Optional.of(refusal));
  }

  private Stream<ListEvent> all(
      HeldLists held, ListDiff diff, boolean startsHistory, Optional<ListManifest> manifest) {
    return Stream.of(
            startsHistory ? held(held) : Stream.<ListEvent>empty(),
            diff.changes().entrySet().stream().flatMap(row -> changes(held, row)),
            Stream.of(event(Kind.PUBLISHED, manifest, Optional.empty())))
        .flatMap(Function.identity());
  }

  private Stream<ListEvent> held(HeldLists held) {
    return held.rows().keySet().stream()
        .flatMap(
            key ->
                held.listings(key, id).stream()
                    .map(listing -> event(Kind.HELD, key, listing, Optional.empty())));
  }

  private Stream<ListEvent> changes(
      HeldLists held, Map.Entry<AddressKey, Optional<SanctionedAddress>> row) {
    AddressKey key = row.getKey();
    Map<String, Listing> before =
        held.listings(key, id).stream()
            .collect(Collectors.toMap(Listing::listingId, Function.identity()));
    List<Listing> after =
        row.getValue().stream()
            .flatMap(changed -> changed.listings().stream())
            .filter(id::publishes)
            .toList();
    Stream.Builder<ListEvent> events = Stream.builder();
    for (Listing listing : after) {
      Optional<Listing> old = Optional.ofNullable(before.remove(listing.listingId()));
      if (old.isEmpty()) {
        events.add(event(Kind.ADDED, key, listing, old));
      } else if (!old.get().equals(listing)) {
        events.add(event(Kind.AMENDED, key, listing, old));
      }
    }
    before
        .values()
        .forEach(listing -> events.add(event(Kind.REMOVED, key, listing, Optional.empty())));
    return events.build();
  }

  private ListEvent event(Kind kind, AddressKey key, Listing listing, Optional<Listing> before) {
    return new ListEvent(
        loadId,
        at,
        kind,
        id.authority(),
        id.list(),
        Optional.of(key),
        Optional.of(listing),
        before,
        Optional.empty(),
        Optional.empty());
  }

  private ListEvent event(Kind kind, Optional<ListManifest> manifest, Optional<Refusal> refusal) {
    return new ListEvent(
        loadId,
        at,
        kind,
        id.authority(),
        id.list(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        manifest,
        refusal);
  }
}
