package io.weir.cli;

import io.weir.runtime.TopicFinding;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a check of the topics found, for people and for programs. */
record TopicFindings(List<TopicFinding> findings) {

  void print(PrintWriter out) {
    if (findings.isEmpty()) {
      out.println("All topics are as they must be.");
      return;
    }
    Table table = new Table("TOPIC", "SEVERITY", "FINDING");
    findings.forEach(one -> table.row(one.topic(), severity(one), one.finding()));
    table.print(out);
    out.println();
    out.println("To mend:");
    findings.stream().map(TopicFinding::mend).distinct().forEach(mend -> out.println("  " + mend));
  }

  List<Map<String, String>> fields() {
    return findings.stream().map(TopicFindings::fields).toList();
  }

  ExitCode exitCode() {
    return findings.stream().anyMatch(TopicFinding::isError) ? ExitCode.TOPICS : ExitCode.OK;
  }

  private static Map<String, String> fields(TopicFinding one) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("topic", one.topic());
    fields.put("severity", severity(one));
    fields.put("finding", one.finding());
    fields.put("mend", one.mend());
    return fields;
  }

  private static String severity(TopicFinding one) {
    return one.severity().name().toLowerCase(Locale.ROOT);
  }
}
