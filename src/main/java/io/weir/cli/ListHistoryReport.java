package io.weir.cli;

import io.weir.domain.ListEvent;
import io.weir.domain.ListEvent.Kind;
import io.weir.domain.ListManifest;
import io.weir.domain.Refusal;
import io.weir.domain.Source;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Publications and refusals as a table for people or as JSON, the last first. */
final class ListHistoryReport {
  /** Enough of a hash to tell two publications apart. */
  private static final int SHORT_HASH = 12;

  private final List<ListEvent> events;

  /**
   * @param events in the order in which they happened
   */
  ListHistoryReport(List<ListEvent> events) {
    List<ListEvent> lastFirst = new ArrayList<>(events);
    Collections.reverse(lastFirst);
    this.events = lastFirst;
  }

  void print(PrintWriter out) {
    if (events.isEmpty()) {
      out.println("The history tells of no publication.");
      return;
    }
    Table table =
        new Table(
            "TIME",
            "LIST",
            "PUBLISHED",
            "SHA256",
            "ADDED",
            "AMENDED",
            "REMOVED",
            "IN FORCE",
            "REMARK");
    events.forEach(event -> row(table, event));
    table.print(out);
  }

  private static void row(Table table, ListEvent event) {
    Optional<ListManifest> manifest = event.manifest();
    Optional<Source> source = manifest.map(left -> left.additionsFrom().orElse(left.source()));
    table.row(
        event.at().toString(),
        Cells.of(event.authority() + "/" + event.list()),
        source.flatMap(Source::publishedOn).map(LocalDate::toString).orElse(""),
        source.map(of -> shortened(of.sha256())).orElse(""),
        count(manifest.map(ListManifest::added)),
        count(manifest.map(ListManifest::amended)),
        count(manifest.map(ListManifest::removed)),
        event.kind() == Kind.REFUSED ? "" : Integer.toString(inForce(event)),
        remark(event));
  }

  private static String remark(ListEvent event) {
    if (event.refusal().isPresent()) {
      Refusal refusal = event.refusal().get();
      return "refused, "
          + Cells.of(refusal.reason())
          + ": "
          + refusal.detail().replaceAll("\\p{C}+", " ");
    }
    if (event.manifest().isEmpty()) {
      return "withdrawn as a whole";
    }
    List<String> remarks = new ArrayList<>();
    if (event.manifest().get().additionsFrom().isPresent()) {
      remarks.add("additions only");
    }
    if (begins(event)) {
      remarks.add("its history begins");
    }
    return String.join(", ", remarks);
  }

  private static boolean begins(ListEvent event) {
    return event.manifest().flatMap(ListManifest::historySince).equals(Optional.of(event.at()));
  }

  private static int inForce(ListEvent event) {
    return event.manifest().map(left -> left.listings().orElse(0)).orElse(0);
  }

  private static String count(Optional<Integer> count) {
    return count.map(number -> Integer.toString(number)).orElse("");
  }

  private static String shortened(String hash) {
    return hash.length() <= SHORT_HASH ? Cells.of(hash) : hash.substring(0, SHORT_HASH);
  }

  List<Map<String, Object>> fields() {
    return events.stream().map(ListHistoryReport::fields).toList();
  }

  private static Map<String, Object> fields(ListEvent event) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("at", event.at().toString());
    fields.put("event", event.kind().name());
    fields.put("load_id", event.loadId());
    fields.put("authority", event.authority());
    fields.put("list", event.list());
    event
        .manifest()
        .ifPresentOrElse(
            left -> {
              fields.put("source", ListFields.of(left.source()));
              fields.put("additions_from", left.additionsFrom().map(ListFields::of).orElse(null));
              fields.put("added", left.added());
              fields.put("amended", left.amended());
              fields.put("removed", left.removed());
              fields.put("in_force", inForce(event));
              fields.put("history_begins", begins(event));
            },
            () -> fields.put("withdrawn", event.kind() == Kind.PUBLISHED));
    fields.put("refusal", event.refusal().map(ListFields::of).orElse(null));
    return fields;
  }
}
