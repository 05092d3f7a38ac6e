package io.weir.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.avro.RegistrySerdes;
import io.weir.config.Needs;
import io.weir.config.WeirConfig;
import io.weir.domain.Alert;
import io.weir.domain.HitHistory;
import io.weir.runtime.Registry;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.common.serialization.Deserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weir alerts show}: the whole life of one transfer's hits. */
@Command(
    name = "show",
    description = {
      "Shows the life of one transfer's hits: what opened and closed each, when, by which list and"
          + " which rule.",
      "Reads the alerts topic from its beginning."
    })
final class AlertsShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions connection;

  @Parameters(paramLabel = "TRANSFER_ID", description = "The transfer's id, whole.")
  private String transferId;

  @Option(
      names = "--json",
      description = "Print its alerts in JSON, one a line, with the names of schemas/Alert.avsc.")
  private boolean json;

  @Override
  public Integer call() {
    WeirConfig config = connection.load(Needs.BROKER_AND_REGISTRY);
    List<Alert> alerts = alerts(config);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      alerts.forEach(alert -> out.println(AlertJson.line(alert)));
    } else {
      AlertLives.print(out, transferId, HitHistory.fold(alerts));
    }
    out.flush();
    return ExitCode.OK.number();
  }

  private List<Alert> alerts(WeirConfig config) {
    RegistrySerdes serdes = Registry.connect(config);
    Deserializer<Alert> deserializer = serdes.alert().deserializer();
    byte[] key = transferId.getBytes(UTF_8);
    List<Alert> alerts = new ArrayList<>();
    try (TopicRead read = TopicRead.open(config, config.topics().alerts())) {
      read.toEnd(
          record -> {
            if (Arrays.equals(record.key(), key)) {
              alerts.add(deserializer.deserialize(record.topic(), record.value()));
            }
          });
    }
    return alerts;
  }
}
