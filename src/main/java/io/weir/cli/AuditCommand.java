package io.weir.cli;

import io.weir.audit.Audit;
import io.weir.audit.AuditImpossible;
import io.weir.audit.AuditProgress;
import io.weir.audit.AuditReport;
import io.weir.audit.AuditScope;
import io.weir.audit.AuditTopicMissing;
import io.weir.audit.AuditTopics;
import io.weir.config.Needs;
import io.weir.config.Topics;
import io.weir.config.WeirConfig;
import io.weir.embedded.Demo;
import io.weir.embedded.DemoConfig;
import io.weir.embedded.EmbeddedBroker;
import io.weir.embedded.EmbeddedKafka;
import io.weir.publish.ListProgress;
import io.weir.runtime.Brokers;
import io.weir.runtime.Defaults;
import io.weir.runtime.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code weir audit}: the topics held against each other. */
@Command(
    name = "audit",
    description = {
      "Recomputes from the topics what Weir should have written: one screened record with the right"
          + " outcome for every transfer, one open hit for every transfer and listing in force, and"
          + " no other; ids, dead letters and transactions.",
      "Its code shares nothing with screening but the schemas and the reading of addresses.",
      "Ends with 0 when all holds and with 21 when something differs."
    })
final class AuditCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions connection;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Audit what a weir demo with the same --data, which has ended or was killed, left there."
              + " Weir screens first what was not screened yet.")
  private @Nullable Path data;

  @Option(names = "--as-left", description = "With --data: screen nothing first.")
  private boolean asLeft;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description =
          "Leave out transfers before: a day in UTC, which is counted in, or a time with its offset.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "Leave out transfers after: a day, which is counted in, or a time.")
  private @Nullable String to;

  @Option(
      names = "--screening-only",
      description =
          "For where no look-back runs: expect no hit that was listed after the transfer.")
  private boolean screeningOnly;

  @Option(
      names = "--shown",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many differences to name; all are counted. Default: ${DEFAULT-VALUE}.")
  private int shown;

  @Option(
      names = "--work-dir",
      paramLabel = "DIR",
      defaultValue = "${sys:java.io.tmpdir}",
      description = "Where temporary files go, as large as the list. Default: ${DEFAULT-VALUE}.")
  private Path workDir;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    TimeRange range = range();
    AuditScope scope = new AuditScope(range.from(), range.to(), !screeningOnly, shown);
    if (!Files.isDirectory(workDir) || !Files.isWritable(workDir)) {
      throw new ParameterException(
          spec.commandLine(), "--work-dir: there is no folder " + workDir + " to write into.");
    }
    if (data != null) {
      return ofDemo(scope, data);
    }
    if (asLeft) {
      throw new ParameterException(spec.commandLine(), "--as-left goes with --data.");
    }
    return run(scope, connection.load(Needs.BROKER_AND_REGISTRY));
  }

  private TimeRange range() {
    try {
      return TimeRange.parse(from, to, Instant.now());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private int ofDemo(AuditScope scope, Path folder) throws IOException, InterruptedException {
    if (connection.areGiven()) {
      throw new ParameterException(
          spec.commandLine(), "--data is all there is to say of where the topics are.");
    }
    if (!Files.isDirectory(folder)) {
      throw new ParameterException(spec.commandLine(), "There is no folder " + folder + ".");
    }
    if (!EmbeddedBroker.hasDataIn(folder)) {
      throw new ParameterException(
          spec.commandLine(),
          "No demo has left anything in " + folder + ". Run one: weir demo --data " + folder);
    }
    if (spec.root().userObject() instanceof WeirCommand weir && !weir.debug()) {
      DemoLogs.quiet();
    }
    if (asLeft) {
      try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
        return run(scope, DemoConfig.of(kafka, folder));
      }
    }
    DemoScreen steps = new DemoScreen(spec.commandLine().getErr(), false);
    try (Demo demo = Demo.start(new Demo.Settings(folder, 0, 0, true), steps, Clock.systemUTC())) {
      steps.begins("Screening what was left");
      demo.finish();
      steps.ends();
      return run(scope, demo.config());
    } finally {
      steps.failsUnlessEnded();
    }
  }

  private int run(AuditScope scope, WeirConfig config) throws IOException {
    Brokers.reachable(config);
    Topics topics = config.topics();
    Audit audit =
        new Audit(
            config.kafkaClient("consumer."),
            Registry.connect(config),
            new AuditTopics(
                topics.transfers(),
                topics.screenedTransfers(),
                topics.sanctionedAddresses(),
                topics.listingHistory(),
                topics.alerts(),
                topics.deadLetters()),
            Defaults.chains(config.chainsFile()),
            Clock.systemUTC());
    AuditReport report = run(audit, scope, config);
    boolean isPart = scope.from().isPresent() || scope.to().isPresent();
    if (isPart && report.holds() && !report.counts().containsKey("transfers")) {
      throw new ParameterException(
          spec.commandLine(), "No transfer lies between --from and --to: nothing was audited.");
    }
    if (json) {
      Json.print(spec.commandLine().getOut(), AuditWords.fields(report));
    } else {
      AuditWords.print(report, spec.commandLine().getOut());
    }
    return (report.holds() ? ExitCode.OK : ExitCode.AUDIT_DIFFERS).number();
  }

  private AuditReport run(Audit audit, AuditScope scope, WeirConfig config) {
    try {
      return audit.run(scope, config.startTimeout(), workDir, progress());
    } catch (AuditTopicMissing e) {
      throw new CommandFailed(ExitCode.TOPICS, String.valueOf(e.getMessage()), e);
    } catch (AuditImpossible e) {
      throw new CommandFailed(ExitCode.UNREACHABLE, String.valueOf(e.getMessage()), e);
    }
  }

  private static AuditProgress progress() {
    ListProgress bars = ConsoleProgress.onTerminal();
    return (what, steps) -> {
      ListProgress.Task bar = bars.begin(what, steps);
      return new AuditProgress.Task() {
        @Override
        public void reached(long step) {
          bar.reached(step);
        }

        @Override
        public void close() {
          bar.close();
        }
      };
    };
  }
}
