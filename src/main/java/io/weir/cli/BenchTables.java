package io.weir.cli;

import io.weir.bench.Goal;
import io.weir.bench.Machine;
import io.weir.bench.Report;
import io.weir.bench.Sheet;
import io.weir.bench.Target;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A report of {@code weir bench} for people. */
final class BenchTables {
  private static final double GIBIBYTE = 1 << 30;

  private BenchTables() {}

  static void print(PrintWriter out, Report report) {
    out.println();
    machine(out, report.machine());
    out.println(report.benchmark() + ": " + settings(report));
    for (Sheet sheet : report.sheets()) {
      out.println();
      table(sheet.headings(), sheet.rows()).print(out);
      sheet.notes().forEach(out::println);
    }
    report.warnings().forEach(out::println);
  }

  /** All goals in one table; of one that nobody measured, the command that does. */
  static void printTargets(PrintWriter out, List<Report> reports) {
    Map<Goal, Target> found = new EnumMap<>(Goal.class);
    reports.forEach(report -> report.targets().forEach(target -> found.put(target.goal(), target)));
    Table table = new Table("TARGET", "WANTED", "FOUND", "HOLDS");
    for (Goal goal : Goal.values()) {
      Target target = found.get(goal);
      table.row(
          goal.what(),
          (goal.atLeast() ? "at least " : "at most ") + figure(goal.bound(), goal),
          target == null ? "see weir bench " + goal.benchmark() : figure(target.found(), goal),
          target == null ? "" : target.holds() ? "yes" : "NO");
    }
    out.println();
    table.print(out);
  }

  private static void machine(PrintWriter out, Machine machine) {
    out.println(
        String.format(
            Locale.ROOT,
            "%s%s, %d cores, %.1f GiB of memory",
            machine.os(),
            machine.cpu().isEmpty() ? "" : ", " + machine.cpu(),
            machine.cores(),
            machine.memoryBytes() / GIBIBYTE));
    out.println(
        machine.java() + ", Kafka " + machine.kafka() + ", " + new Version().getVersion()[0]);
  }

  private static String settings(Report report) {
    return report.settings().entrySet().stream()
        .map(setting -> setting.getKey() + " " + setting.getValue())
        .collect(Collectors.joining(", "));
  }

  private static Table table(List<String> headings, List<List<String>> rows) {
    Table table = new Table(headings.toArray(String[]::new));
    rows.forEach(row -> table.row(row.toArray(String[]::new)));
    return table;
  }

  private static String figure(double value, Goal goal) {
    return String.format(Locale.ROOT, "%.2f %s", value, goal.unit()).strip();
  }
}
