package io.weir.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code weir lists}: the sanctions lists in force. */
@Command(
    name = "lists",
    description = "Loads sanctions lists, and shows what is in force; docs/lists.md has the rules.",
    subcommands = {
      ListsLoadCommand.class,
      ListsSyncCommand.class,
      ListsShowCommand.class,
      ListsStatusCommand.class,
      ListsHistoryCommand.class,
      ListsDropCommand.class,
      ListsOverridesCommand.class,
      ListsFormatsCommand.class
    })
final class ListsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing a command.");
  }
}
