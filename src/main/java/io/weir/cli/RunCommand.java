package io.weir.cli;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.weir.address.Chains;
import io.weir.avro.RegistrySerdes;
import io.weir.config.Needs;
import io.weir.config.WeirConfig;
import io.weir.console.HealthServer;
import io.weir.domain.Policy;
import io.weir.runtime.Brokers;
import io.weir.runtime.ClusterTopics;
import io.weir.runtime.Defaults;
import io.weir.runtime.Ending;
import io.weir.runtime.Health;
import io.weir.runtime.HealthVitals;
import io.weir.runtime.Registry;
import io.weir.runtime.ScreeningApp;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code weir run}: screens until it is told to stop. */
@Command(
    name = "run",
    description = {
      "Screens the transfers topic of your cluster until it is told to stop.",
      "Checks configuration, topics, registry and list first, and says what mends them."
    })
final class RunCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions connection;

  @Override
  public Integer call() throws IOException, InterruptedException {
    WeirConfig config = connection.load(Needs.BROKER_AND_REGISTRY);
    Chains chains = Defaults.chains(config.chainsFile());
    Policy policy = Defaults.policy(config.policyFile());
    if (!topicsAreRight(config)) {
      return ExitCode.TOPICS.number();
    }
    RegistrySerdes serdes = Registry.connectForScreening(config);
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    ScreeningApp app =
        new ScreeningApp(
            config,
            chains,
            policy,
            Defaults.ageLimits(config),
            serdes,
            meters,
            new Health(),
            Clock.systemUTC());
    HealthVitals vitals = new HealthVitals(app);
    vitals.watch(meters);
    try (app;
        HealthServer http =
            HealthServer.start(config.httpHost(), config.httpPort(), vitals, meters::scrape)) {
      Main.onSignal(() -> codeOf(app.stop()));
      LOG.info("Health and metrics are served port={}", http.port());
      app.start();
      LOG.info("Screening topic={}", config.topics().transfers());
      Ending ending = app.awaitEnd();
      if (!ending.message().isEmpty()) {
        spec.commandLine().getErr().println(ending.message());
      }
      return codeOf(ending).number();
    }
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
