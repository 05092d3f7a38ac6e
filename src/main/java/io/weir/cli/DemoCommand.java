package io.weir.cli;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.weir.address.Chains;
import io.weir.embedded.Demo;
import io.weir.embedded.DemoResult;
import io.weir.embedded.TopicTally;
import io.weir.ingest.TransferFormats;
import io.weir.runtime.Defaults;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code weir demo}: everything in one process, with traffic to watch. */
@Command(
    name = "demo",
    description = {
      "Starts a Kafka broker, a schema registry and screening in this process, loads"
          + " real designations (OFAC's of the DPRK) and screens sample transfers, of which"
          + " a few touch listed addresses, some in another spelling. Needs nothing else."
          + " Ctrl-C ends it with a summary.",
      "",
      "Watch it from another terminal, with the addresses that it prints:",
      "  weir alerts tail --bootstrap HOST:PORT --registry URL --json",
      ""
    })
final class DemoCommand implements Callable<Integer> {
  private static final int DEFAULT_RATE = 50;

  /** Longer than everything that is stopped may take together. */
  private static final long STOP_SECONDS = 60;

  @Spec private CommandSpec spec;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description =
          "Transfers a second; 0 for as fast as they are screened. Default "
              + DEFAULT_RATE
              + ", or 0 with --transfers or --input.")
  private @Nullable Integer rate;

  @Option(
      names = "--transfers",
      paramLabel = "N",
      description =
          "End by itself after so many sample transfers; with 0 when all counts agree, else 13.")
  private @Nullable Long transfers;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Keep everything here; a later demo goes on with it. Default: deleted at the end.")
  private @Nullable Path data;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      description =
          "Screen the transfers of this export instead, gzipped or not, and end. May be repeated.")
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = IngestCommand.FormatName.class,
      completionCandidates = IngestCommand.FormatNames.class,
      description = "Format of --input, one of ${COMPLETION-CANDIDATES}. Default: as it looks.")
  private @Nullable TransferFormats format;

  @Option(
      names = "--chain",
      paramLabel = "CHAIN",
      description =
          "Chain of --input. Default: the one that the file's name names, or the format's own.")
  private @Nullable String chain;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Port of the broker on 127.0.0.1; 0 for any free one.")
  private int port;

  @Option(
      names = "--registry-port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Port of the schema registry on 127.0.0.1; 0 for any free one.")
  private int registryPort;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Makes other sample transfers; the same seed makes the same.")
  private long seed;

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    List<DemoInput> files = files();
    CompletableFuture<DemoRun> running = new CompletableFuture<>();
    CompletableFuture<ExitCode> ended = new CompletableFuture<>();
    StopHook hook = StopHook.install("weir-demo-stop", () -> stop(running, ended));
    if (spec.root().userObject() instanceof WeirCommand weir && !weir.debug()) {
      DemoLogs.quiet();
    }
    ExitCode code = ExitCode.FAULT;
    try {
      try (WorkFolder folder =
          data == null
              ? WorkFolder.temporary(Optional.empty(), "weir-demo-")
              : WorkFolder.kept(data)) {
        code = run(folder, files, running);
      }
    } finally {
      ended.complete(code);
      hook.remove();
    }
    return code.number();
  }

  /** Runs while the process ends: the ending has its own exit code, not the signal's. */
  private static void stop(CompletableFuture<DemoRun> running, CompletableFuture<ExitCode> ended) {
    CompletableFuture<Void> unused = running.thenAccept(DemoRun::stop);
    Main.endNow(ended.completeOnTimeout(ExitCode.STOP_TIMED_OUT, STOP_SECONDS, SECONDS).join());
  }

  private void check() {
    if (rate != null && rate < 0) {
      throw wrong("--rate expects 0 or more.");
    }
    if (transfers != null && transfers < 1) {
      throw wrong("--transfers expects 1 or more.");
    }
    if (transfers != null && !inputs.isEmpty()) {
      throw wrong("--transfers is for sample transfers; --input ends with its file.");
    }
    if (inputs.isEmpty() && (format != null || chain != null)) {
      throw wrong("--format and --chain say how to read --input, and there is none.");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** Looked at before anything is started: a wrong file name should not wait for a broker. */
  private List<DemoInput> files() throws IOException {
    Chains chains = Defaults.chains(Optional.empty());
    List<DemoInput> files = new ArrayList<>();
    for (String name : inputs) {
      files.add(
          DemoInput.of(name, Optional.ofNullable(format), Optional.ofNullable(chain), chains));
    }
    return files;
  }

  private ExitCode run(WorkFolder folder, List<DemoInput> files, CompletableFuture<DemoRun> running)
      throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    DemoScreen screen = new DemoScreen(out, Ansi.AUTO.enabled());
    DemoResult result;
    try {
      result = run(folder, files, running, screen);
      screen.ends();
    } finally {
      screen.failsUnlessEnded();
    }
    DemoSummary.print(out, result);
    if (!result.disagreements().isEmpty()) {
      return ExitCode.STREAM_FAILED;
    }
    return result.understood() ? ExitCode.OK : ExitCode.INPUT_REFUSED;
  }

  private DemoResult run(
      WorkFolder folder,
      List<DemoInput> files,
      CompletableFuture<DemoRun> running,
      DemoScreen screen)
      throws InterruptedException {
    Clock clock = Clock.systemUTC();
    Demo.Settings settings = new Demo.Settings(folder.path(), port, registryPort, files.isEmpty());
    try (Demo demo = Demo.start(settings, screen, clock)) {
      DemoBanner.lines(demo, folder).forEach(screen::line);
      DemoFeed feed =
          files.isEmpty()
              ? sampleFeed(demo, new DemoDesignation(demo.designation(), screen, clock))
              : new DemoFiles(files, demo.config(), rate == null ? 0 : rate, screen, clock);
      TopicTally tally =
          demo.tally(
              alert -> {
                feed.alerted(alert);
                screen.alert(alert);
              });
      DemoRun run = new DemoRun(demo, screen, tally, feed);
      running.complete(run);
      DemoResult result = run.run();
      screen.begins("Stopping");
      return result;
    }
  }

  private DemoFeed sampleFeed(Demo demo, DemoDesignation designation) {
    OptionalLong end = transfers == null ? OptionalLong.empty() : OptionalLong.of(transfers);
    int speed = rate != null ? rate : transfers == null ? DEFAULT_RATE : 0;
    return new SampleFeed(demo.pump(demo.traffic(seed, speed, end)), speed, end, designation);
  }
}
