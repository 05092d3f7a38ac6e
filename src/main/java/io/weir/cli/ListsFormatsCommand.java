package io.weir.cli;

import io.weir.lists.ListFormat;
import io.weir.lists.ListFormats;
import io.weir.lists.ListId;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code weir lists formats}: what {@code weir lists load} reads. */
@Command(name = "formats", description = "Shows the formats that can be loaded.")
final class ListsFormatsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    if (json) {
      Json.print(
          spec.commandLine().getOut(),
          ListFormats.all().stream().map(ListsFormatsCommand::fields).toList());
      return;
    }
    Table table = new Table("FORMAT", "LIST", "WHAT");
    ListFormats.all()
        .forEach(
            format ->
                table.row(
                    format.id(),
                    format.onlyList().map(ListId::toString).orElse("any"),
                    format.description()));
    table.print(spec.commandLine().getOut());
  }

  private static Map<String, Object> fields(ListFormat format) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("format", format.id());
    fields.put("authority", format.onlyList().map(ListId::authority).orElse(null));
    fields.put("list", format.onlyList().map(ListId::list).orElse(null));
    fields.put("description", format.description());
    return fields;
  }
}
