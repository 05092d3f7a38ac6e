package io.weir.publish;

import io.weir.address.AddressKey;
import io.weir.domain.Ids;
import io.weir.domain.ListEvent;
import io.weir.domain.ListManifest;
import io.weir.domain.Listing;
import io.weir.domain.Retrieval;
import io.weir.domain.SanctionedAddress;
import io.weir.domain.Source;
import io.weir.lists.ListDiff;
import io.weir.lists.ListId;
import io.weir.lists.Publication;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The list topics on paper: rows, manifests and history as maps and lists, written by the same
 * decisions as the topics. A claim is a number: one of a few entries at one of a few addresses.
 */
final class PaperLists {
  private static final int ADDRESSES = 8;

  final List<ListEvent> history = new ArrayList<>();
  private final Map<AddressKey, SanctionedAddress> rows = new HashMap<>();
  private final Map<String, ListManifest> manifests = new HashMap<>();

  /** Loads a publication that gives each claim a name. */
  Instant load(
      ListId id, Map<Integer, String> claims, Instant now, UnaryOperator<ListLoad> options) {
    ListLoad load = options.apply(ListLoad.of(publication(id, claims), held()));
    Instant at = held().lastLoads().next(now);
    ListManifest manifest = load.manifest(at);
    if (load.writesHistory(manifest)) {
      LoadEvents.of(load, manifest, at).forEach(history::add);
    }
    apply(load.diff());
    manifests.put(id.toString(), manifest);
    return at;
  }

  /** Withdraws a list that exists. */
  Instant drop(ListId id, Instant now) {
    ListDrop drop = ListDrop.of(id, held());
    Instant at = held().lastLoads().next(now);
    LoadEvents.of(drop, at).forEach(history::add);
    apply(drop.diff());
    manifests.remove(id.toString());
    return at;
  }

  /** Leaves what a version of Weir left that kept no history. */
  void forgetHistory() {
    history.clear();
    manifests.replaceAll(
        (id, known) ->
            new ListManifest(
                known.authority(),
                known.list(),
                known.source(),
                known.loadedAt(),
                known.entries(),
                known.addresses(),
                known.added(),
                known.amended(),
                known.removed(),
                known.skipped(),
                OptionalInt.empty(),
                known.retrieval(),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty()));
  }

  /** Removes the row of an address behind Weir's back. */
  void lose(int address) {
    rows.remove(key(address));
  }

  HeldLists held() {
    return new HeldLists(
        Map.copyOf(rows), Set.of(), Set.of(), new HeldManifests(manifests, Set.of()), 0);
  }

  ListsAsOf asOf(Instant moment) {
    HistoryFold fold = new HistoryFold(moment);
    history.forEach(fold::accept);
    return fold.finish().with(held().lastLoads());
  }

  boolean exists(ListId id) {
    return ListDrop.of(id, held()).exists();
  }

  /** What a list holds now, by claim. */
  Map<Integer, String> inForce(ListId id) {
    Map<Integer, String> claims = new TreeMap<>();
    rows.values().stream()
        .flatMap(row -> row.listings().stream())
        .filter(id::publishes)
        .forEach(listing -> claims.put(claim(listing), listing.name()));
    return claims;
  }

  static Map<Integer, String> claims(List<PastListing> listings) {
    return new TreeMap<>(
        listings.stream()
            .map(PastListing::listing)
            .collect(Collectors.toMap(PaperLists::claim, Listing::name)));
  }

  static Publication publication(ListId id, Map<Integer, String> claims) {
    Source source = new Source("list.csv", new TreeMap<>(claims).toString(), Optional.empty());
    SortedMap<AddressKey, List<Listing>> rows = new TreeMap<>();
    for (int claim : new TreeSet<>(claims.keySet())) {
      AddressKey key = key(claim % ADDRESSES);
      rows.computeIfAbsent(key, k -> new ArrayList<>())
          .add(listing(id, claim, key, claims.get(claim), source));
    }
    rows.values().forEach(row -> row.sort(Comparator.comparing(Listing::listingId)));
    return new Publication(
        id,
        source,
        Retrieval.ofFile("test"),
        rows,
        false,
        claims.size(),
        claims.size(),
        rows.size(),
        List.of());
  }

  private static Listing listing(ListId id, int claim, AddressKey key, String name, Source source) {
    String entry = "entry" + claim / ADDRESSES;
    return new Listing(
        Ids.listing(id.authority(), id.list(), entry, key),
        id.authority(),
        id.list(),
        entry,
        name,
        List.of(),
        "address" + claim,
        "",
        Optional.empty(),
        source,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private void apply(ListDiff diff) {
    diff.changes()
        .forEach((key, row) -> row.ifPresentOrElse(r -> rows.put(key, r), () -> rows.remove(key)));
  }

  private static AddressKey key(int address) {
    return AddressKey.text("address" + address);
  }

  private static int claim(Listing listing) {
    return Integer.parseInt(listing.address().substring("address".length()));
  }
}
