package io.weir.cli;

import io.weir.domain.AlertKind;
import io.weir.embedded.DemoResult;
import io.weir.embedded.PlantedHits;
import io.weir.embedded.TopicTally;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The end of {@code weir demo}: what was counted on the topics, and whether it agrees. */
final class DemoSummary {
  private DemoSummary() {}

  static void print(PrintWriter out, DemoResult result) {
    TopicTally.Counts counts = result.counts();
    double seconds = Math.max(1, result.took().toMillis()) / 1000.0;
    out.println();
    out.printf(
        Locale.ROOT,
        "%,d transfers screened in %.1f s (%,.0f/s). Counted on the topics, read_committed:%n",
        counts.screened(),
        seconds,
        counts.screened() / seconds);
    Table table =
        new Table("TOPIC", "RECORDS", "")
            .row("transfers", number(counts.transfers()), "")
            .row(
                "screened-transfers",
                number(counts.screened()),
                number(counts.clear())
                    + " clear + "
                    + number(counts.flagged())
                    + " flagged + "
                    + number(counts.unscreenable())
                    + " unscreenable")
            .row(
                "alerts",
                number(counts.alerts().values().stream().mapToLong(Long::longValue).sum()),
                kinds(counts.alerts()))
            .row("dead-letters", number(counts.deadLetters()), "");
    out.println();
    table.print(out);
    out.println();
    result.planted().map(DemoSummary::hits).ifPresent(out::println);
    List<String> disagreements = result.disagreements();
    if (disagreements.isEmpty()) {
      out.println("All counts agree.");
    } else {
      out.println("The counts do not agree:");
      disagreements.forEach(text -> out.println("  " + text));
    }
    out.flush();
  }

  private static String kinds(Map<AlertKind, Long> alerts) {
    return new TreeMap<>(alerts)
        .entrySet().stream()
            .map(kind -> number(kind.getValue()) + " " + kind.getKey())
            .collect(Collectors.joining(" + "));
  }

  private static String hits(PlantedHits.Result hits) {
    String others = hits.elsewhere() == 0 ? "" : ", " + number(hits.elsewhere()) + " in others";
    return number(hits.planted())
        + " hits planted, "
        + number(hits.found())
        + " found, "
        + number(hits.missing())
        + " missing, "
        + number(hits.unexpected() + hits.repeated())
        + " too many"
        + others;
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
