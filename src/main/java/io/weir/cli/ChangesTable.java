package io.weir.cli;

import io.weir.domain.Listing;
import io.weir.lists.ListDiff;
import io.weir.lists.ListDiff.Amended;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The difference a load makes as tables: how many listings, and which. */
final class ChangesTable {
  /** Rows of each kind that people are shown; the JSON has all. */
  private static final int SHOWN = 10;

  private static final Comparator<Listing> BY_ENTRY =
      Comparator.comparing(Listing::entryId).thenComparing(Listing::address);

  private static final Comparator<Amended> AMENDED_BY_ENTRY =
      Comparator.comparing(Amended::after, BY_ENTRY);

  private final Table counts = new Table("LISTINGS", "ALL", "DERIVED");
  private final Table changes =
      new Table("CHANGE", "ENTRY", "NAME", "ADDRESS", "ASSET", "AMENDED FIELDS");
  private boolean changed;

  /** All that a difference changes. */
  ChangesTable all(ListDiff diff) {
    added(diff.added());
    amended("amended", diff.amended());
    removed("removed", diff.removed());
    counts.row("unchanged", Integer.toString(diff.unchanged()), "");
    return this;
  }

  /** What a difference would have changed beside the additions. */
  ChangesTable leftOut(ListDiff diff) {
    amended("not amended", diff.amended());
    removed("not removed", diff.removed());
    return this;
  }

  void print(PrintWriter out) {
    counts.print(out);
    if (changed) {
      out.println();
      changes.print(out);
    }
  }

  private void added(List<Listing> listings) {
    count("added", listings);
    listings(listings, "added");
  }

  private void removed(String change, List<Listing> listings) {
    count(change, listings);
    listings(listings, change);
  }

  private void amended(String change, List<Amended> amended) {
    count(change, amended.stream().map(Amended::after).toList());
    List<Amended> published =
        amended.stream().filter(each -> each.after().derivation().isEmpty()).toList();
    published.stream()
        .sorted(AMENDED_BY_ENTRY)
        .limit(SHOWN)
        .forEach(
            each ->
                row(
                    change,
                    each.after(),
                    String.join(", ", ListFields.changed(each.before(), each.after()))));
    more(change, published);
  }

  private void listings(List<Listing> listings, String change) {
    List<Listing> published = published(listings);
    published.stream().sorted(BY_ENTRY).limit(SHOWN).forEach(each -> row(change, each, ""));
    more(change, published);
  }

  private void count(String change, List<Listing> listings) {
    counts.row(
        change,
        Integer.toString(listings.size()),
        Integer.toString(listings.size() - published(listings).size()));
  }

  private void row(String change, Listing listing, String fields) {
    changed = true;
    changes.row(
        change,
        Cells.of(listing.entryId()),
        Cells.of(listing.name()),
        Cells.of(listing.address()),
        Cells.of(listing.assetLabel()),
        fields);
  }

  private void more(String change, Collection<?> all) {
    if (all.size() > SHOWN) {
      changes.row(change, "", "and " + (all.size() - SHOWN) + " more", "", "", "");
    }
  }

  /** Derived listings come and go with those they derive from. */
  private static List<Listing> published(List<Listing> listings) {
    return listings.stream().filter(listing -> listing.derivation().isEmpty()).toList();
  }
}
