package io.weir.cli;

import io.weir.config.Needs;
import io.weir.config.WeirConfig;
import io.weir.runtime.Brokers;
import io.weir.runtime.ClusterTopics;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code weir topics create}: makes what is missing, changes nothing that exists. */
@Command(
    name = "create",
    description = {
      "Creates the topics that are missing, with the right settings, transfers included.",
      "Changes nothing that exists; says what is wrong with it, as check does."
    })
final class TopicsCreateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions connection;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description =
          "Partitions of transfers when it is missing; default weir.topics.partitions.count."
              + " The topics of results take the count that transfers has.")
  private @Nullable Integer partitions;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (partitions != null && partitions < 1) {
      throw new ParameterException(spec.commandLine(), "--partitions expects 1 or more.");
    }
    WeirConfig config = connection.load(Needs.BROKER);
    PrintWriter out = spec.commandLine().getOut();
    try (Brokers brokers = Brokers.connect(config)) {
      ClusterTopics topics = new ClusterTopics(brokers, config);
      List<String> created =
          topics.create(partitions == null ? OptionalInt.empty() : OptionalInt.of(partitions));
      TopicFindings report = new TopicFindings(topics.check());
      if (json) {
        Json.print(out, Map.of("created", created, "findings", report.fields()));
      } else {
        out.println(created.isEmpty() ? "Nothing was missing." : "Created:");
        created.forEach(name -> out.println("  " + name));
        report.print(out);
      }
      return report.exitCode().number();
    }
  }
}
