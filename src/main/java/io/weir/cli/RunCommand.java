package io.weir.cli;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.weir.address.Chains;
import io.weir.config.Needs;
import io.weir.config.WeirConfig;
import io.weir.console.HealthServer;
import io.weir.domain.Policy;
import io.weir.runtime.Brokers;
import io.weir.runtime.ClusterTopics;
import io.weir.runtime.Defaults;
import io.weir.runtime.Ending;
import io.weir.runtime.LookbackApp;
import io.weir.runtime.ScreeningApp;
import io.weir.runtime.WeirRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code weir run}: screens until it is told to stop. */
@Command(
    name = "run",
    description = {
      "Screens the transfers topic of your cluster, and looks back at what has passed when the list"
          + " changes, until it is told to stop.",
      "Checks configuration, topics, registry and list first, and says what mends them."
    })
final class RunCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions connection;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description = "Run this alone: screening or lookback. Default: both.")
  private @Nullable Role role;

  /** What a process does. */
  enum Role {
    screening,
    lookback
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    WeirConfig config = connection.load(Needs.BROKER_AND_REGISTRY);
    if (role == Role.lookback && !config.writesScreenedTransfers()) {
      throw new CommandFailed(
          ExitCode.CONFIG,
          "Look-back reads screened transfers, and weir.screened.output=none writes none.");
    }
    Chains chains = Defaults.chains(config.chainsFile());
    Policy policy = Defaults.policy(config.policyFile());
    if (!topicsAreRight(config)) {
      return ExitCode.TOPICS.number();
    }
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    try (WeirRun run = WeirRun.of(roles(config), config, chains, policy, meters);
        HealthServer http =
            HealthServer.start(
                config.httpHost(), config.httpPort(), run.vitals(), meters::scrape)) {
      Main.onSignal(() -> codeOf(run.stop()));
      LOG.info("Health and metrics are served port={}", http.port());
      run.start();
      Ending ending = run.awaitEnd();
      if (!ending.message().isEmpty()) {
        spec.commandLine().getErr().println(ending.message());
      }
      return codeOf(ending).number();
    }
  }

  private Set<String> roles(WeirConfig config) {
    if (role != null) {
      return Set.of(role.name());
    }
    return config.writesScreenedTransfers()
        ? Set.of(ScreeningApp.ROLE, LookbackApp.ROLE)
        : Set.of(ScreeningApp.ROLE);
  }

  private boolean topicsAreRight(WeirConfig config) {
    TopicFindings findings;
    try (Brokers brokers = Brokers.connect(config)) {
      findings = new TopicFindings(new ClusterTopics(brokers, config).check());
    }
    if (!findings.findings().isEmpty()) {
      PrintWriter err = spec.commandLine().getErr();
      findings.print(err);
    }
    return findings.exitCode() == ExitCode.OK;
  }

  static ExitCode codeOf(Ending ending) {
    return switch (ending.how()) {
      case STOPPED_AS_ASKED -> ExitCode.OK;
      case LIST_UNUSABLE -> ExitCode.LIST_UNUSABLE;
      case STREAM_FAILED -> ExitCode.STREAM_FAILED;
      case STOP_TIMED_OUT -> ExitCode.STOP_TIMED_OUT;
    };
  }
}
