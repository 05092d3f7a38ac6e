package io.weir.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code weir alerts}: what was found. */
@Command(
    name = "alerts",
    description = "Shows what was found.",
    subcommands = {AlertsTailCommand.class, AlertsShowCommand.class})
final class AlertsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing a command.");
  }
}
