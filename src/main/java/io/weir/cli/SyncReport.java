package io.weir.cli;

import io.weir.sources.SyncResult;
import io.weir.sources.SyncResult.Outcome;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came of one look for each list, as a table for people or as JSON. */
final class SyncReport {
  private final List<SyncResult> results;
  private final boolean dryRun;

  SyncReport(List<SyncResult> results, boolean dryRun) {
    this.results = results;
    this.dryRun = dryRun;
  }

  void print(PrintWriter out) {
    Table table = new Table("LIST", "RESULT", "ADDED", "AMENDED", "REMOVED", "PUBLISHED ON");
    results.forEach(
        result ->
            table.row(
                result.source().key(),
                words(result),
                Integer.toString(result.change().added()),
                Integer.toString(result.change().amended()),
                Integer.toString(result.change().removed()),
                result.publishedOn().map(LocalDate::toString).orElse("")));
    table.print(out);
    if (dryRun) {
      out.println();
      out.println("Nothing was published.");
    }
  }

  /** One sentence or more for each that did not end well. */
  void explain(PrintWriter err) {
    results.forEach(
        result ->
            result
                .message()
                .ifPresent(message -> err.println(result.source().key() + ": " + message)));
  }

  List<Map<String, Object>> fields() {
    return results.stream().map(this::fields).toList();
  }

  private Map<String, Object> fields(SyncResult result) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("authority", result.source().list().authority());
    fields.put("list", result.source().list().list());
    fields.put("source", result.source().place().shown());
    fields.put("outcome", result.outcome().name());
    fields.put("reason", result.reason().orElse(null));
    fields.put("message", result.message().orElse(null));
    fields.put("added", result.change().added());
    fields.put("amended", result.change().amended());
    fields.put("removed", result.change().removed());
    fields.put("published_on", result.publishedOn().map(LocalDate::toString).orElse(null));
    fields.put("dry_run", dryRun);
    return fields;
  }

  /** A refusal weighs most: somebody has to look at it. */
  ExitCode code() {
    if (any(Outcome.REFUSED)) {
      return ExitCode.INPUT_REFUSED;
    }
    if (any(Outcome.NOT_TAKEN)) {
      return ExitCode.UNREACHABLE;
    }
    return any(Outcome.NOT_FETCHED) ? ExitCode.SOURCE_UNREACHABLE : ExitCode.OK;
  }

  private boolean any(Outcome outcome) {
    return results.stream().anyMatch(result -> result.outcome() == outcome);
  }

  private String words(SyncResult result) {
    return switch (result.outcome()) {
      case PUBLISHED -> dryRun ? "differs" : "published";
      case UNCHANGED -> "unchanged";
      case REFUSED -> "refused: " + result.reason().orElse("");
      case NOT_FETCHED -> "not fetched: " + result.reason().orElse("");
      case NOT_TAKEN -> "not published";
    };
  }
}
