package io.weir.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.address.AddressKey;
import io.weir.domain.Ids;
import io.weir.domain.Listing;
import io.weir.domain.Retrieval;
import io.weir.domain.SanctionedAddress;
import io.weir.domain.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ListDiffProperties {
  private static final List<ListId> LISTS =
      List.of(new ListId("OFAC", "SDN"), new ListId("OFAC", "CONS"), new ListId("EU", "FSF"));

  @Property
  void shouldHoldExactlyTheLastPublicationOfEachList(
      @ForAll("publications") List<Publication> loads) {
    Map<AddressKey, SanctionedAddress> rows = new HashMap<>();
    Map<ListId, Publication> last = new HashMap<>();

    for (Publication publication : loads) {
      apply(rows, ListDiff.between(rows, Set.of(), publication));
      last.put(publication.id(), publication);
    }

    assertThat(withoutSources(rows)).isEqualTo(merged(last));
  }

  @Property
  void shouldTouchNoListingOfAnotherList(@ForAll("publications") List<Publication> loads) {
    Map<AddressKey, SanctionedAddress> rows = new HashMap<>();

    for (Publication publication : loads) {
      List<Listing> before = others(rows, publication.id());
      apply(rows, ListDiff.between(rows, Set.of(), publication));
      assertThat(others(rows, publication.id())).isEqualTo(before);
    }
  }

  @Property
  void shouldFindNoDifferenceAfterALoad(@ForAll("publications") List<Publication> loads) {
    Map<AddressKey, SanctionedAddress> rows = new HashMap<>();

    for (Publication publication : loads) {
      ListDiff diff = ListDiff.between(rows, Set.of(), publication);
      apply(rows, diff);
      ListDiff again = ListDiff.between(rows, Set.of(), publication);

      assertThat(again.isEmpty()).isTrue();
      assertThat(again.unchanged()).isEqualTo(publication.listings().size());
      assertThat(diff.added().size() + diff.amended().size() + diff.unchanged())
          .isEqualTo(publication.listings().size());
    }
  }

  @Provide
  Arbitrary<List<Publication>> publications() {
    Arbitrary<ListId> ids = Arbitraries.of(LISTS);
    Arbitrary<Map<Integer, String>> claims =
        Arbitraries.maps(
                Arbitraries.integers().between(0, 23), Arbitraries.of("Old name", "New name"))
            .ofMaxSize(16);
    Arbitrary<String> uris = Arbitraries.of("monday.xml", "tuesday.xml");
    return Combinators.combine(ids, claims, uris)
        .as(ListDiffProperties::publication)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  /** Each claim is one of three entries at one of eight addresses. */
  private static Publication publication(ListId id, Map<Integer, String> claims, String uri) {
    Source source = new Source(uri, "", Optional.empty());
    SortedMap<AddressKey, List<Listing>> rows = new TreeMap<>();
    claims.forEach(
        (claim, name) -> {
          AddressKey key = AddressKey.text("address" + claim % 8);
          String entry = "entry" + claim / 8;
          rows.computeIfAbsent(key, k -> new ArrayList<>())
              .add(
                  new Listing(
                      Ids.listing(id.authority(), id.list(), entry, key),
                      id.authority(),
                      id.list(),
                      entry,
                      name,
                      List.of(),
                      "address",
                      "",
                      Optional.empty(),
                      source,
                      Optional.empty(),
                      List.of(),
                      Optional.empty(),
                      Optional.empty()));
        });
    return new Publication(
        id, source, Retrieval.ofFile(""), rows, false, 0, 0, rows.size(), List.of());
  }

  private static void apply(Map<AddressKey, SanctionedAddress> rows, ListDiff diff) {
    diff.changes()
        .forEach((key, row) -> row.ifPresentOrElse(r -> rows.put(key, r), () -> rows.remove(key)));
  }

  private static Map<AddressKey, List<String>> merged(Map<ListId, Publication> last) {
    Map<AddressKey, List<String>> merged = new HashMap<>();
    last.values().stream()
        .flatMap(publication -> publication.rows().entrySet().stream())
        .forEach(
            row ->
                row.getValue()
                    .forEach(
                        listing ->
                            merged
                                .computeIfAbsent(row.getKey(), k -> new ArrayList<>())
                                .add(listing.listingId() + listing.name())));
    merged.values().forEach(row -> row.sort(Comparator.naturalOrder()));
    return merged;
  }

  private static Map<AddressKey, List<String>> withoutSources(
      Map<AddressKey, SanctionedAddress> rows) {
    Map<AddressKey, List<String>> result = new HashMap<>();
    rows.forEach(
        (key, row) ->
            result.put(
                key,
                row.listings().stream()
                    .map(listing -> listing.listingId() + listing.name())
                    .sorted()
                    .toList()));
    return result;
  }

  private static List<Listing> others(Map<AddressKey, SanctionedAddress> rows, ListId id) {
    return rows.values().stream()
        .flatMap(row -> row.listings().stream())
        .filter(listing -> !id.publishes(listing))
        .sorted(Comparator.comparing(Listing::listingId))
        .toList();
  }
}
