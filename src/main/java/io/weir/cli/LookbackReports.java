package io.weir.cli;

import io.weir.domain.LookbackReport;
import io.weir.domain.LookbackReport.State;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The reports of look-backs, the last of each scan. */
final class LookbackReports {
  private final Map<String, LookbackReport> last = new LinkedHashMap<>();

  /** Takes a report in, in the order of the topic. */
  void add(LookbackReport report) {
    // Put behind the others: the order is that of the last news.
    last.remove(report.reportId());
    last.put(report.reportId(), report);
  }

  List<LookbackReport> running() {
    return all().stream().filter(report -> report.state() == State.RUNNING).toList();
  }

  List<LookbackReport> finished() {
    return all().stream().filter(report -> report.state() == State.FINISHED).toList();
  }

  List<LookbackReport> all() {
    return new ArrayList<>(last.values());
  }

  static void print(PrintWriter out, List<LookbackReport> reports) {
    Table table =
        new Table(
            "AT",
            "PARTITION",
            "ADDRESS KEY",
            "FOR",
            "DONE",
            "READ AGAIN",
            "MATCHED",
            "OPENED",
            "CLOSED");
    for (LookbackReport report : reports) {
      table.row(
          report.reportedAt().toString(),
          Integer.toString(report.range().partition()),
          AlertLine.printable(report.key().toString()),
          report.question().orElse("list position " + report.position()),
          done(report),
          number(report.work().examined()),
          number(report.work().matched()),
          number(report.work().opened()),
          number(report.work().closed()));
    }
    table.print(out);
  }

  private static String done(LookbackReport report) {
    long all = report.range().toOffset() - report.range().fromOffset();
    long now = report.range().nextOffset() - report.range().fromOffset();
    return all <= 0 ? "100 %" : String.format(Locale.ROOT, "%d %%", 100 * Math.max(0, now) / all);
  }

  static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** For programs, with the field names of {@code schemas/LookbackReport.avsc}. */
  static Map<String, Object> fields(LookbackReport report) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("report_id", report.reportId());
    fields.put("state", report.state().name());
    fields.put("address_key", report.key().toString());
    fields.put("list_position", report.position());
    report.question().ifPresent(id -> fields.put("question_id", id));
    fields.put("added", report.added().stream().map(one -> one.listingId()).toList());
    fields.put("removed", report.removed().stream().map(one -> one.listingId()).toList());
    fields.put("topic", report.range().topic());
    fields.put("partition", report.range().partition());
    fields.put("from_offset", report.range().fromOffset());
    fields.put("to_offset", report.range().toOffset());
    fields.put("next_offset", report.range().nextOffset());
    report.range().fromTime().ifPresent(time -> fields.put("from_time", time.toString()));
    report.range().toTime().ifPresent(time -> fields.put("to_time", time.toString()));
    fields.put("segments", report.work().segments());
    fields.put("segments_read", report.work().segmentsRead());
    fields.put("transfers_examined", report.work().examined());
    fields.put("transfers_matched", report.work().matched());
    fields.put("hits_opened", report.work().opened());
    fields.put("hits_closed", report.work().closed());
    fields.put("started_at", report.startedAt().toString());
    fields.put("reported_at", report.reportedAt().toString());
    return fields;
  }
}
