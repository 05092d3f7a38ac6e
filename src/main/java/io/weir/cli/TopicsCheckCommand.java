package io.weir.cli;

import io.weir.config.Needs;
import io.weir.config.WeirConfig;
import io.weir.runtime.Brokers;
import io.weir.runtime.ClusterTopics;
import io.weir.runtime.TopicFinding;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code weir topics check}: what is wrong with the topics, and the command that mends it. */
@Command(
    name = "check",
    description = {
      "Says what is wrong with the topics, with the command that mends it.",
      "Ends with 11 when Weir would refuse to start."
    })
final class TopicsCheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions connection;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    WeirConfig config = connection.load(Needs.BROKER);
    List<TopicFinding> findings;
    try (Brokers brokers = Brokers.connect(config)) {
      findings = new ClusterTopics(brokers, config).check();
    }
    TopicFindings report = new TopicFindings(findings);
    if (json) {
      Json.print(spec.commandLine().getOut(), report.fields());
    } else {
      report.print(spec.commandLine().getOut());
    }
    return report.exitCode().number();
  }
}
