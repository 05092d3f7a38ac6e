package io.weir.cli;

import io.weir.address.AddressKey;
import io.weir.domain.Listing;
import io.weir.lists.ListDiff;
import io.weir.lists.ListDiff.Amended;
import io.weir.lists.ListRefused;
import io.weir.lists.Notice;
import io.weir.lists.Publication;
import io.weir.publish.ListLoad;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a load would change, or has changed, as a table for people or as JSON. */
final class ListLoadReport {
  /** Rows of each kind that people are shown; the JSON has all. */
  private static final int SHOWN = 10;

  private static final String MANIFEST_UNREADABLE =
      "In force: the manifest cannot be read, so whether this publication is older is not known";

  private static final Comparator<Listing> BY_ENTRY =
      Comparator.comparing(Listing::entryId).thenComparing(Listing::address);

  private final ListLoad load;
  private final Optional<ListRefused> refusal;
  private final boolean published;

  ListLoadReport(ListLoad load, Optional<ListRefused> refusal, boolean published) {
    this.load = load;
    this.refusal = refusal;
    this.published = published;
  }

  void print(PrintWriter out) {
    Publication publication = load.publication();
    ListDiff diff = load.diff();
    out.println(
        publication.id()
            + ": "
            + publication.source().uri()
            + ", published on "
            + date(publication.source().publishedOn())
            + ", "
            + publication.addresses()
            + " addresses of "
            + publication.entries()
            + " entries");
    out.println(
        load.inForce()
            .map(
                held ->
                    "In force: published on "
                        + date(held.source().publishedOn())
                        + ", loaded at "
                        + held.loadedAt())
            .orElse(
                isManifestUnreadable() ? MANIFEST_UNREADABLE : "In force: nothing of this list"));
    out.println();
    new Table("LISTINGS", "ALL", "DERIVED")
        .row("added", size(diff.added()), derived(diff.added()))
        .row(
            "amended",
            size(diff.amended()),
            derived(diff.amended().stream().map(Amended::after).toList()))
        .row("removed", size(diff.removed()), derived(diff.removed()))
        .row("unchanged", Integer.toString(diff.unchanged()), "")
        .print(out);
    changes(out, diff);
    notices(out, publication.notices());
    rows(out);
    out.println();
    out.println(
        published
            ? "Published: " + diff.changes().size() + " rows and the manifest, in one transaction."
            : "Nothing was published.");
  }

  private boolean isManifestUnreadable() {
    return load.held().unreadableManifests().contains(load.publication().id().toString());
  }

  private static void changes(PrintWriter out, ListDiff diff) {
    if (diff.added().isEmpty() && diff.amended().isEmpty() && diff.removed().isEmpty()) {
      return;
    }
    out.println();
    Table table = new Table("CHANGE", "ENTRY", "NAME", "ADDRESS", "ASSET");
    rows(table, "added", published(diff.added()));
    rows(table, "amended", published(diff.amended().stream().map(Amended::after).toList()));
    rows(table, "removed", published(diff.removed()));
    table.print(out);
  }

  /** Derived listings come and go with those they derive from. */
  private static List<Listing> published(List<Listing> listings) {
    return listings.stream().filter(listing -> listing.derivation().isEmpty()).toList();
  }

  private static void rows(Table table, String change, List<Listing> listings) {
    listings.stream()
        .sorted(BY_ENTRY)
        .limit(SHOWN)
        .forEach(
            listing ->
                table.row(
                    change,
                    Cells.of(listing.entryId()),
                    Cells.of(listing.name()),
                    Cells.of(listing.address()),
                    Cells.of(listing.assetLabel())));
    if (listings.size() > SHOWN) {
      table.row(change, "", "and " + (listings.size() - SHOWN) + " more", "", "");
    }
  }

  private static void notices(PrintWriter out, List<Notice> notices) {
    if (notices.isEmpty()) {
      return;
    }
    out.println();
    Table table = new Table("LINE", "ENTRY", "EFFECT", "TEXT", "REASON");
    notices.stream()
        .limit(SHOWN)
        .forEach(
            notice ->
                table.row(
                    notice.line() == 0 ? "" : Integer.toString(notice.line()),
                    Cells.of(notice.entryId()),
                    effect(notice),
                    Cells.of(notice.text()),
                    notice.reason().replaceAll("\\p{C}+", " ")));
    if (notices.size() > SHOWN) {
      table.row("", "", "", "and " + (notices.size() - SHOWN) + " more", "");
    }
    table.print(out);
  }

  /** What is wrong with rows that are in the topic already. */
  private void rows(PrintWriter out) {
    rows(
        out,
        load.diff().repaired(),
        "could not be read and are written anew; load the other lists again, for what they had"
            + " there");
    rows(
        out,
        load.diff().unreadable(),
        "cannot be read and are not in this list; their addresses stay listed");
    rows(
        out,
        load.held().unusableKeys(),
        "have a key that is no address key, and Weir does not start beside them; write a tombstone"
            + " for each");
  }

  private static void rows(PrintWriter out, Collection<?> keys, String what) {
    if (!keys.isEmpty()) {
      out.println();
      out.println(keys.size() + " rows of the topic " + what + ": " + first(keys));
    }
  }

  private static String first(Collection<?> keys) {
    List<String> shown = keys.stream().limit(SHOWN).map(key -> Cells.of(key.toString())).toList();
    return String.join(", ", shown) + (keys.size() > SHOWN ? ", …" : "");
  }

  Map<String, Object> fields() {
    Publication publication = load.publication();
    ListDiff diff = load.diff();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("authority", publication.id().authority());
    fields.put("list", publication.id().list());
    fields.put("source", ListFields.of(publication.source()));
    fields.put("in_force", load.inForce().map(ListFields::of).orElse(null));
    fields.put("entries", publication.entries());
    fields.put("addresses", publication.addresses());
    fields.put("added", diff.added().stream().map(ListFields::of).toList());
    fields.put("amended", diff.amended().stream().map(ListLoadReport::fields).toList());
    fields.put("removed", diff.removed().stream().map(ListFields::of).toList());
    fields.put("unchanged", diff.unchanged());
    fields.put("notices", publication.notices().stream().map(ListLoadReport::fields).toList());
    fields.put("repaired", diff.repaired().stream().map(AddressKey::toString).toList());
    fields.put("unreadable", diff.unreadable().stream().map(AddressKey::toString).toList());
    fields.put("unusable_keys", load.held().unusableKeys());
    fields.put("refused", refusal.map(refused -> refused.reason().name()).orElse(null));
    fields.put("published", published);
    return fields;
  }

  private static Map<String, Object> fields(Amended amended) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("before", ListFields.of(amended.before()));
    fields.put("after", ListFields.of(amended.after()));
    return fields;
  }

  private static Map<String, Object> fields(Notice notice) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("line", notice.line());
    fields.put("entry_id", notice.entryId());
    fields.put("text", notice.text());
    fields.put("effect", notice.effect().name());
    fields.put("reason", notice.reason());
    return fields;
  }

  private static String effect(Notice notice) {
    return notice.effect().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String date(Optional<LocalDate> date) {
    return date.map(LocalDate::toString).orElse("an unknown day");
  }

  private static String size(Collection<?> listings) {
    return Integer.toString(listings.size());
  }

  private static String derived(List<Listing> listings) {
    return Integer.toString(listings.size() - published(listings).size());
  }
}
