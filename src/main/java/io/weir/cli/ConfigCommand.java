package io.weir.cli;

import io.weir.config.EffectiveValue;
import io.weir.config.Needs;
import io.weir.config.Origin;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code weir config}: the values in force and where each came from. */
@Command(
    name = "config",
    description = {
      "Shows every value in force and where it was set; secrets are hidden.",
      "Ends with 10 and the list of everything wrong when the configuration is not valid."
    })
final class ConfigCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions connection;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(names = "--changed", description = "Leave out what has its default.")
  private boolean changed;

  @Override
  public Integer call() {
    List<EffectiveValue> values =
        connection.load(Needs.NOTHING).effective().stream()
            .filter(value -> !changed || !(value.origin() instanceof Origin.Default))
            .toList();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Json.print(out, values.stream().map(ConfigCommand::fields).toList());
    } else {
      Table table = new Table("KEY", "VALUE", "ORIGIN");
      values.forEach(value -> table.row(value.key(), value.value(), origin(value)));
      table.print(out);
    }
    return ExitCode.OK.number();
  }

  private static String origin(EffectiveValue value) {
    return value.origin() + (value.known() ? "" : " (not known to Kafka's clients)");
  }

  private static Map<String, Object> fields(EffectiveValue value) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("key", value.key());
    fields.put("value", value.value());
    fields.put("origin", value.origin().toString());
    fields.put("secret", value.secret());
    fields.put("known", value.known());
    return fields;
  }
}
