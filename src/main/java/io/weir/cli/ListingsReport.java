package io.weir.cli;

import com.google.common.collect.Lists;
import io.weir.domain.ListManifest;
import io.weir.domain.Listing;
import io.weir.publish.PastListing;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists and their listings as two tables for people or as JSON. */
final class ListingsReport {
  private static final Comparator<PastListing> BY_ENTRY =
      Comparator.comparing((PastListing row) -> row.listing().authority())
          .thenComparing(row -> row.listing().list())
          .thenComparing(row -> row.listing().entryId())
          .thenComparing(row -> row.listing().address())
          .thenComparing(PastListing::key);

  private final LocalDate day;
  private final List<ListManifest> manifests;
  private final List<PastListing> rows;

  /**
   * @param day on which the user's own decisions are looked at, UTC
   */
  ListingsReport(LocalDate day, List<ListManifest> manifests, List<PastListing> rows) {
    this.day = day;
    this.manifests =
        manifests.stream()
            .sorted(Comparator.comparing(ListManifest::authority).thenComparing(ListManifest::list))
            .toList();
    this.rows = rows.stream().sorted(BY_ENTRY).toList();
  }

  void print(PrintWriter out) {
    Table lists = new Table("AUTHORITY", "LIST", "PUBLISHED", "LOADED", "ENTRIES", "ADDRESSES");
    manifests.forEach(
        manifest ->
            lists.row(
                manifest.authority(),
                manifest.list(),
                manifest.source().publishedOn().map(LocalDate::toString).orElse("unknown"),
                manifest.loadedAt().toString(),
                Integer.toString(manifest.entries()),
                Integer.toString(manifest.addresses())));
    lists.print(out);
    out.println();
    Table listings = new Table("AUTHORITY", "LIST", "ENTRY", "NAME", "ADDRESS", "ASSET", "KEY");
    rows.forEach(
        row ->
            listings.row(
                Cells.of(row.listing().authority()),
                Cells.of(row.listing().list()),
                Cells.of(row.listing().entryId()),
                Cells.of(name(row.listing())),
                Cells.of(row.listing().address()),
                Cells.of(row.listing().assetLabel()),
                row.key() + row.listing().derivation().map(how -> " (" + how + ")").orElse("")));
    listings.print(out);
  }

  /** Of the user's own decisions, what was decided. */
  private String name(Listing listing) {
    return listing.override().map(own -> OverrideWords.of(own, day)).orElse(listing.name());
  }

  /** To which more may be put. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("lists", manifests.stream().map(ListFields::of).toList());
    // Made while they are printed: there may be a million.
    fields.put("listings", Lists.transform(rows, ListingsReport::fields));
    return fields;
  }

  private static Map<String, Object> fields(PastListing row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("address_key", row.key().toString());
    fields.putAll(ListFields.of(row.listing()));
    return fields;
  }
}
