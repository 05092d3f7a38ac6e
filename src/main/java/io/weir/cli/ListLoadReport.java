package io.weir.cli;

import io.weir.domain.ListManifest;
import io.weir.lists.ListId;
import io.weir.lists.ListRefused;
import io.weir.lists.Notice;
import io.weir.lists.Publication;
import io.weir.publish.ListLoad;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a load would change, or has changed, as tables for people. */
final class ListLoadReport {
  /** Rows of each kind that people are shown; the JSON has all. */
  private static final int SHOWN = 10;

  private static final String MANIFEST_UNREADABLE =
      "In force: the manifest cannot be read, so whether this publication is older is not known";

  private final LoadOutcome outcome;
  private final ListLoad load;

  ListLoadReport(LoadOutcome outcome) {
    this.outcome = outcome;
    this.load = outcome.load();
  }

  /** For a file that did not have to be read. */
  static void printConfirmed(ListManifest manifest, PrintWriter out) {
    out.println(
        ListId.of(manifest)
            + ": "
            + manifest.source().uri()
            + " is the publication in force, and no row has changed since it was loaded: "
            + manifest.listings().orElseThrow()
            + " listings stay as they are.");
    out.println("Published: the manifest alone, as confirmed at " + manifest.loadedAt() + ".");
  }

  void print(PrintWriter out) {
    heading(out);
    out.println();
    ChangesTable changes = new ChangesTable().all(load.diff());
    load.leftOut().ifPresent(changes::leftOut);
    changes.print(out);
    notices(out, load.publication().notices());
    rows(out);
    out.println();
    outcome
        .suspicion()
        .map(ListRefused::getMessage)
        .ifPresent(why -> out.println("Suspicious, so its additions alone: " + why));
    if (load.startsHistory() && load.diff().held() > 0) {
      out.println(
          "The history of this list begins anew: "
              + load.diff().held()
              + " listings were in force before.");
    }
    out.println(
        outcome.published()
            ? "Published: "
                + load.diff().changes().size()
                + " rows and the manifest, in one transaction."
            : "Nothing was published.");
  }

  private void heading(PrintWriter out) {
    Publication publication = load.publication();
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
  }

  private boolean isManifestUnreadable() {
    return load.held().unreadableManifests().contains(load.publication().id().toString());
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
                    notice.effect().name().toLowerCase(Locale.ROOT).replace('_', ' '),
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

  private static String date(Optional<LocalDate> date) {
    return date.map(LocalDate::toString).orElse("an unknown day");
  }
}
