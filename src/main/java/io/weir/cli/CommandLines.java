package io.weir.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Weir's command line, put together: commands, help and what failures print. */
final class CommandLines {
  private CommandLines() {}

  static CommandLine weir() {
    CommandLine line = new CommandLine(new WeirCommand());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(new UsageReporter());
    line.setExecutionExceptionHandler(new FailureReporter());
    UsageMessageSpec help = line.getCommandSpec().usageMessage();
    help.exitCodeListHeading("%nExit codes:%n");
    help.exitCodeList(ExitCode.list());
    return line;
  }
}
