package io.weir.cli;

import io.weir.avro.RegistrySerdes;
import io.weir.config.Needs;
import io.weir.config.WeirConfig;
import io.weir.domain.LookbackReport;
import io.weir.runtime.Brokers;
import io.weir.runtime.ClusterTopics;
import io.weir.runtime.Registry;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.serialization.Deserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code weir lookback status}: what is indexed, which scans run, and what the last ones found. */
@Command(
    name = "status",
    description = {
      "Shows how much of each partition is indexed, the scans that run, and the last reports.",
      "Asks the cluster alone: it needs no running Weir."
    })
final class LookbackStatusCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions connection;

  @Option(names = "--json", description = "Print JSON, with every report.")
  private boolean json;

  @Option(
      names = "--reports",
      paramLabel = "N",
      defaultValue = "20",
      description = "Show so many of the last finished reports. Default: ${DEFAULT-VALUE}.")
  private int shown;

  @Override
  public Integer call() {
    WeirConfig config = connection.load(Needs.BROKER_AND_REGISTRY);
    List<LookbackRange> ranges = ranges(config);
    LookbackReports reports = new LookbackReports();
    RegistrySerdes serdes = Registry.connect(config);
    Deserializer<LookbackReport> deserializer = serdes.lookbackReport().deserializer();
    try (TopicRead read = TopicRead.open(config, config.topics().lookbackReports())) {
      read.toEnd(record -> reports.add(deserializer.deserialize(record.topic(), record.value())));
    }
    if (json) {
      Json.print(spec.commandLine().getOut(), fields(ranges, reports));
    } else {
      print(spec.commandLine().getOut(), ranges, reports);
    }
    return ExitCode.OK.number();
  }

  private static List<LookbackRange> ranges(WeirConfig config) {
    try (Brokers brokers = Brokers.connect(config)) {
      String topic = config.topics().screenedTransfers();
      var found = new ClusterTopics(brokers, config).read().get(topic);
      if (found == null) {
        throw new CommandFailed(
            ExitCode.TOPICS,
            "Topic " + topic + " is missing. To create it, run: weir topics create");
      }
      return LookbackRange.all(brokers, config, found.partitions());
    }
  }

  private void print(PrintWriter out, List<LookbackRange> ranges, LookbackReports reports) {
    Table table = new Table("PARTITION", "OLDEST", "INDEXED TO", "END", "BEHIND", "INDEXED");
    for (LookbackRange range : ranges) {
      table.row(
          Integer.toString(range.partition()),
          Long.toString(range.oldest()),
          Long.toString(range.indexedTo()),
          Long.toString(range.end()),
          LookbackReports.number(range.behind()),
          range.percent() + " %");
    }
    table.print(out);
    section(out, "Running", reports.running());
    List<LookbackReport> finished = reports.finished();
    int from = Math.max(0, finished.size() - Math.max(0, shown));
    section(out, "Finished", finished.subList(from, finished.size()));
    out.flush();
  }

  private static void section(PrintWriter out, String title, List<LookbackReport> reports) {
    out.println();
    if (reports.isEmpty()) {
      out.println(title + ": none");
    } else {
      out.println(title + ":");
      LookbackReports.print(out, reports);
    }
  }

  private static Map<String, Object> fields(List<LookbackRange> ranges, LookbackReports reports) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(
        "partitions",
        ranges.stream()
            .map(
                range -> {
                  Map<String, Object> row = new LinkedHashMap<>();
                  row.put("partition", range.partition());
                  row.put("oldest_offset", range.oldest());
                  row.put("indexed_to_offset", range.indexedTo());
                  row.put("end_offset", range.end());
                  row.put("indexed_percent", range.percent());
                  return row;
                })
            .toList());
    fields.put("reports", reports.all().stream().map(LookbackReports::fields).toList());
    return fields;
  }
}
