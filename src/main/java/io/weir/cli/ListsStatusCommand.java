package io.weir.cli;

import io.weir.config.Needs;
import io.weir.config.WeirConfig;
import io.weir.domain.AgeLimits;
import io.weir.publish.HeldLists;
import io.weir.runtime.Defaults;
import io.weir.screening.ListUnusable;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code weir lists status}: how fresh the lists in force are. */
@Command(
    name = "status",
    description = {
      "Shows how old each list is against its limit, and what was refused of it.",
      "Ends with 0 when all are fresh, with 17 when any is stale or its age is not known, and with"
          + " 12 when no list is loaded."
    })
final class ListsStatusCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions connection;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    WeirConfig config = connection.load(Needs.BROKER_AND_REGISTRY);
    AgeLimits limits = Defaults.ageLimits(config);
    HeldLists held = HeldLists.read(ListConnection.connect(config));
    ListStatusReport report = ListStatusReport.of(held, limits, Clock.systemUTC().instant());
    if (report.isEmpty()) {
      throw ListUnusable.empty(config.topics().sanctionedAddresses());
    }
    if (json) {
      Json.print(spec.commandLine().getOut(), report.fields());
    } else {
      report.print(spec.commandLine().getOut());
    }
    return (report.isFresh() ? ExitCode.OK : ExitCode.LIST_STALE).number();
  }
}
