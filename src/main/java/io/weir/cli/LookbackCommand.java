package io.weir.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code weir lookback}: what look-back has done, and look-backs on demand. */
@Command(
    name = "lookback",
    description = "Shows what look-back has done, and looks back on demand.",
    subcommands = {LookbackStatusCommand.class, LookbackRunCommand.class})
final class LookbackCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing a command.");
  }
}
