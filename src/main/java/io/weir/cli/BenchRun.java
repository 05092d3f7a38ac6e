package io.weir.cli;

import io.weir.bench.Bench;
import io.weir.bench.BenchFailure;
import io.weir.bench.Launcher;
import io.weir.bench.Report;
import io.weir.runtime.Unreachable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** One benchmark from its start to its report; nothing of it is left behind. */
final class BenchRun {
  private static final Logger LOG = LoggerFactory.getLogger(BenchRun.class);

  private final CommandSpec spec;
  private final BenchOptions options;

  BenchRun(CommandSpec spec, BenchOptions options) {
    this.spec = spec;
    this.options = options;
  }

  /** What is measured: one benchmark, or several on the same cluster. */
  @FunctionalInterface
  interface Measuring {
    Report measure(Bench bench) throws InterruptedException;
  }

  ExitCode run(Measuring... measuring) throws IOException, InterruptedException {
    try (WorkFolder folder = WorkFolder.temporary(options.dir(), "weir-bench-");
        Launcher launcher = new Launcher(program(), folder.path())) {
      StopHook hook = StopHook.install("weir-bench-stop", () -> stop(launcher, folder));
      try {
        measure(launcher, measuring);
      } catch (BenchFailure | KafkaException | Unreachable e) {
        if (launcher.isClosed()) {
          // Told to stop; what fails on the way is no news.
          return ExitCode.OK;
        }
        throw e;
      } finally {
        hook.remove();
      }
    }
    return ExitCode.OK;
  }

  /** Runs while the process ends: no child and no file may outlive it. */
  private static void stop(Launcher launcher, WorkFolder folder) {
    launcher.close();
    try {
      folder.close();
    } catch (IOException e) {
      LOG.warn("The folder {} could not be deleted", folder.path(), e);
    }
  }

  private void measure(Launcher launcher, Measuring... measuring)
      throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    List<Report> reports = new ArrayList<>();
    try (BenchScreen screen = new BenchScreen(spec.commandLine().getErr(), Ansi.AUTO.enabled());
        Bench bench = Bench.open(launcher, options.bed(), screen)) {
      for (Measuring one : measuring) {
        Report report = one.measure(bench);
        BenchTables.print(out, report);
        out.flush();
        reports.add(report);
      }
    }
    BenchTables.printTargets(out, reports);
    if (options.json().isPresent()) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("weir", new Version().getVersion()[0]);
      all.put("reports", reports.stream().map(Report::fields).toList());
      try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(options.json().get()))) {
        Json.print(file, all);
      }
    }
  }

  /** This very program, whether it runs from its jar or from classes. */
  private static List<String> program() {
    return List.of(
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName(),
        "--debug",
        "bench",
        "process");
  }
}
