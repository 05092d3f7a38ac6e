package io.weir.cli;

import io.weir.ingest.IngestLine;
import io.weir.ingest.IngestReport;
import io.weir.ingest.RefusedLines;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code weir ingest} says at its end. */
final class IngestSummary implements RefusedLines {
  /** Refused lines that are printed; all of them are in the rejects file. */
  private static final int SHOWN = 10;

  private final String file;
  private final IngestTarget target;
  private final @Nullable Path rejects;
  private final List<IngestLine.Refused> first = new ArrayList<>();

  IngestSummary(String file, IngestTarget target, @Nullable Path rejects) {
    this.file = file;
    this.target = target;
    this.rejects = rejects;
  }

  @Override
  public synchronized void add(IngestLine.Refused line) {
    if (first.size() < SHOWN) {
      // The raw line may be long, and is not shown.
      first.add(new IngestLine.Refused(line.number(), line.field(), line.reason(), ""));
    }
  }

  /** For people. */
  synchronized void print(PrintWriter err, IngestReport report, Optional<String> failure) {
    for (IngestLine.Refused line : first) {
      err.println(file + ":" + line.number() + ": " + (line.field() + " " + line.reason()).strip());
    }
    long more = report.refusedLines() - first.size();
    if (more > 0) {
      err.println(
          "… and "
              + more
              + " more; "
              + (rejects == null ? "--rejects FILE keeps them all" : rejects + " has them all"));
    }
    new Table("LINES", "", "WHY")
        .row("read", Long.toString(report.lines()), "")
        .row("transfers", Long.toString(report.transfers()), "to " + target.name())
        .row("skipped", Long.toString(report.skippedLines()), counts(report.skipped()))
        .row("refused", Long.toString(report.refusedLines()), counts(report.refused()))
        .print(err);
    warnings(report).forEach(err::println);
    failure.ifPresent(
        text -> {
          err.println(text);
          err.println("Go on with: --from-line " + report.nextLine());
        });
    err.flush();
  }

  private List<String> warnings(IngestReport report) {
    List<String> warnings = new ArrayList<>();
    if (report.sendersUnknown() > 0) {
      warnings.add(
          report.sendersUnknown()
              + " transfers have inputs without an address. Unless these are shielded, the senders"
              + " are unknown and the transfers become UNSCREENABLE: run bitcoinetl"
              + " enrich_transactions first.");
    }
    long moved = target.moved().getAsLong();
    if (moved > 0) {
      warnings.add(
          moved
              + " records carry the present time, because "
              + target.name()
              + " would soon delete records of their age; occurred_at is as exported.");
    }
    return warnings;
  }

  private static String counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(count -> count.getKey() + " " + count.getValue())
        .collect(Collectors.joining(", "));
  }

  /** For programs. */
  synchronized Map<String, Object> fields(IngestReport report, Optional<String> failure) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("file", file);
    fields.put("target", target.name());
    fields.put("lines", report.lines());
    fields.put("transfers", report.transfers());
    fields.put("skipped", report.skippedLines());
    fields.put("skipped_by_reason", report.skipped());
    fields.put("refused", report.refusedLines());
    fields.put("refused_by_field", report.refused());
    fields.put("first_refused", first.stream().map(IngestSummary::fields).toList());
    fields.put("senders_unknown", report.sendersUnknown());
    fields.put("dated_now", target.moved().getAsLong());
    fields.put("next_line", report.nextLine());
    failure.ifPresent(text -> fields.put("failure", text));
    return fields;
  }

  private static Map<String, Object> fields(IngestLine.Refused line) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("line", line.number());
    fields.put("field", line.field());
    fields.put("reason", line.reason());
    return fields;
  }
}
