package io.weir.cli;

import io.weir.config.Needs;
import io.weir.config.WeirConfig;
import io.weir.domain.ListEvent;
import io.weir.publish.HistoryTopic;
import io.weir.publish.HistoryTopic.Publications;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code weir lists history}: what was published and refused, and when. */
@Command(
    name = "history",
    description = {
      "Shows the publications of the lists, the last first: what each changed, and what was"
          + " refused.",
      "That the same publication was read again is not in the history; see 'weir lists status'."
    })
final class ListsHistoryCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions connection;

  @Option(names = "--authority", paramLabel = "NAME", description = "Only its lists.")
  private @Nullable String authority;

  @Option(names = "--list", paramLabel = "NAME", description = "Only the lists of this name.")
  private @Nullable String list;

  @Option(names = "--limit", paramLabel = "N", description = "Only so many, the last.")
  private int limit = Integer.MAX_VALUE;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new ParameterException(
          spec.commandLine(), "--limit expects 1 or more, but was " + limit + ".");
    }
    WeirConfig config = connection.load(Needs.BROKER_AND_REGISTRY);
    Publications all =
        new HistoryTopic(ListConnection.connect(config), ConsoleProgress.onTerminal())
            .publications();
    List<ListEvent> wanted = all.events().stream().filter(this::isWanted).toList();
    ListHistoryReport report =
        new ListHistoryReport(wanted.subList(Math.max(0, wanted.size() - limit), wanted.size()));
    if (json) {
      Json.print(spec.commandLine().getOut(), report.fields());
    } else {
      report.print(spec.commandLine().getOut());
    }
    if (all.unreadable() > 0) {
      spec.commandLine()
          .getErr()
          .println(
              "The topic "
                  + config.topics().listingHistory()
                  + " holds "
                  + all.unreadable()
                  + " publications or refusals that cannot be read.");
      return ExitCode.HISTORY_UNKNOWN.number();
    }
    return ExitCode.OK.number();
  }

  private boolean isWanted(ListEvent event) {
    return (authority == null || authority.equals(event.authority()))
        && (list == null || list.equals(event.list()));
  }
}
