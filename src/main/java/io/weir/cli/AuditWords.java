package io.weir.cli;

import io.weir.audit.AuditReport;
import io.weir.audit.Difference;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an audit found, for people and for programs. */
final class AuditWords {
  private AuditWords() {}

  static void print(AuditReport report, PrintWriter out) {
    Table counts = new Table("EXAMINED", "COUNT");
    report.counts().forEach((what, count) -> counts.row(what, Long.toString(count)));
    counts.print(out);
    out.println();
    if (report.holds()) {
      out.println("Everything is as it should be.");
      return;
    }
    Table kinds = new Table("DIFFERENCE", "COUNT", "MEANING");
    report
        .differences()
        .forEach((kind, count) -> kinds.row(kind.name(), Long.toString(count), kind.meaning()));
    kinds.print(out);
    out.println();
    for (Difference each : report.first()) {
      String transfer =
          each.transferId().isEmpty() ? "" : ", transfer " + Cells.of(each.transferId());
      out.println(each.kind() + " at " + each.where() + transfer);
      // Strangers have a say in it: no control characters on a terminal.
      out.println("  " + each.detail().replaceAll("\\p{C}+", " "));
    }
  }

  static Map<String, Object> fields(AuditReport report) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("holds", report.holds());
    fields.put("counts", report.counts());
    fields.put("differences", report.differences());
    List<Map<String, String>> first =
        report.first().stream()
            .map(
                each ->
                    Map.of(
                        "kind", each.kind().name(),
                        "where", each.where(),
                        "transfer_id", each.transferId(),
                        "detail", each.detail()))
            .toList();
    fields.put("first", first);
    return fields;
  }
}
