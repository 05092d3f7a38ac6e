package io.weir.cli;

import io.weir.publish.ListAsOf;
import io.weir.publish.ListsAsOf;
import io.weir.publish.PastListing;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The lists as they were at a moment: what is known of them, and of which nothing is. */
final class AsOfReport {
  private final Moment moment;
  private final ListsAsOf all;
  private final List<ListAsOf> known;
  private final List<ListAsOf> unknown;
  private final List<PastListing> rows;

  /**
   * @param lists which of them are asked for
   * @param listings which of those lists' listings
   */
  AsOfReport(
      Moment moment, ListsAsOf all, Predicate<ListAsOf> lists, Predicate<PastListing> listings) {
    this.moment = moment;
    this.all = all;
    this.known = all.lists().stream().filter(lists).filter(list -> list.doubt().isEmpty()).toList();
    this.unknown =
        all.lists().stream().filter(lists).filter(list -> list.doubt().isPresent()).toList();
    this.rows = known.stream().flatMap(list -> list.listings().stream()).filter(listings).toList();
  }

  /** Whether anything of what is asked for is known; nothing known is not: nothing listed. */
  boolean isKnown() {
    return !known.isEmpty() && all.begins().filter(moment.instant()::isBefore).isEmpty();
  }

  ExitCode code() {
    if (!isKnown() || !unknown.isEmpty()) {
      return ExitCode.HISTORY_UNKNOWN;
    }
    return rows.isEmpty() && isNothingInForce() ? ExitCode.LIST_UNUSABLE : ExitCode.OK;
  }

  private boolean isNothingInForce() {
    return known.stream()
        .flatMap(list -> list.listings().stream())
        .noneMatch(row -> row.listing().listsOn(day()));
  }

  private LocalDate day() {
    return LocalDate.ofInstant(moment.instant(), ZoneOffset.UTC);
  }

  /** What is to be said beside it, in sentences. */
  List<String> problems() {
    if (!unknown.isEmpty()) {
      return unknown.stream()
          .map(
              list ->
                  Cells.of(list.authority())
                      + "/"
                      + Cells.of(list.list())
                      + ": what was in force "
                      + moment.words()
                      + " is not known: "
                      + list.doubt().orElse("").replaceAll("\\p{C}+", " ")
                      + ".")
          .toList();
    }
    if (!isKnown()) {
      return List.of(
          "What was in force "
              + moment.words()
              + " is not known: the history "
              + all.begins()
                  .map(begins -> "begins at " + begins + ", or names no such list.")
                  .orElse("is empty."));
    }
    return code() == ExitCode.LIST_UNUSABLE
        ? List.of("No address was listed " + moment.words() + ".")
        : List.of();
  }

  void print(PrintWriter out) {
    out.println("In force " + moment.words() + ", by the history:");
    out.println();
    report().print(out);
  }

  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("as_of", moment.instant().toString());
    fields.put("history_begins", all.begins().map(begins -> begins.toString()).orElse(null));
    fields.putAll(report().fields());
    fields.put("unknown", unknown.stream().map(AsOfReport::fields).toList());
    return fields;
  }

  private ListingsReport report() {
    return new ListingsReport(
        day(), known.stream().map(ListAsOf::manifest).flatMap(Optional::stream).toList(), rows);
  }

  private static Map<String, Object> fields(ListAsOf list) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("authority", list.authority());
    fields.put("list", list.list());
    fields.put("why", list.doubt().orElse(""));
    return fields;
  }
}
