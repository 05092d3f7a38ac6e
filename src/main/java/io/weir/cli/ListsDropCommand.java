package io.weir.cli;

import io.weir.config.Needs;
import io.weir.lists.ListId;
import io.weir.publish.HeldLists;
import io.weir.publish.ListDrop;
import io.weir.publish.ListProgress;
import io.weir.publish.ListPublisher;
import io.weir.publish.ListTopics;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weir lists drop}: withdraws a list that one no longer subscribes to. */
@Command(
    name = "drop",
    description = {
      "Withdraws a whole list: its listings and its manifest, in one transaction.",
      "Without --yes it shows what it would withdraw, and ends with 2. Ends with 12 when there is no such list, or"
          + " when nothing would be listed any more."
    })
final class ListsDropCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions connection;

  @Parameters(paramLabel = "AUTHORITY/LIST", description = "The list, such as KR/MOFA.")
  private String name;

  @Option(names = "--yes", description = "Withdraw it.")
  private boolean yes;

  @Option(
      names = "--leave-nothing",
      description = "Withdraw it although nothing is listed then, which stops screening.")
  private boolean leaveNothing;

  @Override
  public Integer call() {
    ListId id = id();
    ListTopics topics = ListConnection.connect(connection.load(Needs.BROKER_AND_REGISTRY));
    ListProgress progress = ConsoleProgress.onTerminal();
    PrintWriter out = spec.commandLine().getOut();
    if (!yes) {
      // Reads only: to open a publisher would take the place of one that is at work.
      ListDrop drop = ListDrop.of(id, HeldLists.read(topics, progress));
      require(drop);
      print(out, drop);
      out.println("Nothing was withdrawn. Repeat the command with --yes to withdraw it.");
      return ExitCode.USAGE.number();
    }
    try (ListPublisher publisher = ListPublisher.open(topics, Clock.systemUTC(), progress)) {
      ListDrop drop = publisher.prepareDrop(id);
      require(drop);
      publisher.publish(drop);
      print(out, drop);
      out.println("Withdrawn: " + id + ", in one transaction.");
      return ExitCode.OK.number();
    }
  }

  private ListId id() {
    String[] parts = name.split("/", -1);
    try {
      if (parts.length == 2) {
        return new ListId(parts[0], parts[1]);
      }
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    throw new ParameterException(
        spec.commandLine(), "Expected AUTHORITY/LIST, such as KR/MOFA, but was '" + name + "'.");
  }

  private void require(ListDrop drop) {
    if (!drop.exists()) {
      throw new CommandFailed(
          ExitCode.LIST_UNUSABLE,
          "There is no list " + drop.id() + ". 'weir lists status' shows those there are.");
    }
    if (drop.leavesNothing(LocalDate.now(Clock.systemUTC())) && !leaveNothing) {
      throw new CommandFailed(
          ExitCode.LIST_UNUSABLE,
          "Without "
              + drop.id()
              + " no address would be listed, and Weir does not screen against nothing. Load"
              + " another list first; or repeat the command with --leave-nothing, which stops"
              + " screening.");
    }
  }

  private static void print(PrintWriter out, ListDrop drop) {
    new ChangesTable().all(drop.diff()).print(out);
    out.println();
    if (!drop.diff().unreadable().isEmpty()) {
      out.println(
          drop.diff().unreadable().size()
              + " rows of the topic cannot be read; their addresses stay listed.");
    }
  }
}
