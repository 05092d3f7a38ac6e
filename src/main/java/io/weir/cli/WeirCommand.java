package io.weir.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code weir}: the command that holds the others. */
@Command(
    name = "weir",
    description = "Screens a stream of blockchain transfers against sanctioned addresses.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      AlertsCommand.class,
      LookbackCommand.class,
      HealthCommand.class,
      IngestCommand.class,
      ListsCommand.class,
      CheckCommand.class,
      AuditCommand.class,
      TopicsCommand.class,
      ConfigCommand.class,
      BenchCommand.class
    },
    subcommandsRepeatable = false)
final class WeirCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of a failure.")
  private boolean debug;

  boolean debug() {
    return debug;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing a command.");
  }
}
