package io.weir.cli;

import io.weir.avro.RegistryUnavailable;
import io.weir.bench.BenchFailure;
import io.weir.config.ConfigProblems;
import io.weir.config.YamlFile;
import io.weir.console.HealthServer;
import io.weir.embedded.EmbeddedFailure;
import io.weir.publish.ListNotPublished;
import io.weir.publish.ListTopicMissing;
import io.weir.publish.ListTopicUnread;
import io.weir.runtime.TopicsNotCreated;
import io.weir.runtime.Unreachable;
import io.weir.screening.ListUnusable;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What a failed command prints, and with which code it ends; the trace only with --debug. */
final class FailureReporter implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult parseResult) {
    PrintWriter err = command.getErr();
    ExitCode code = codeOf(failure);
    if (code == ExitCode.CONFIG) {
      err.println("The configuration is wrong:");
      failure.getMessage().lines().forEach(line -> err.println("  " + line));
    } else if (code == ExitCode.FAULT) {
      err.println("Weir failed, which it should not: " + failure);
      err.println("Run the command again with --debug for the trace, and please report it.");
    } else {
      err.println(failure.getMessage());
    }
    WeirCommand weir = (WeirCommand) command.getCommandSpec().root().userObject();
    if (weir.debug()) {
      failure.printStackTrace(err);
    }
    return code.number();
  }

  static ExitCode codeOf(Exception failure) {
    if (failure instanceof CommandFailed failed) {
      return failed.code();
    }
    if (failure instanceof ConfigProblems
        || failure instanceof YamlFile.Invalid
        || failure instanceof HealthServer.CannotListen) {
      return ExitCode.CONFIG;
    }
    if (failure instanceof TopicsNotCreated || failure instanceof ListTopicMissing) {
      return ExitCode.TOPICS;
    }
    if (failure instanceof BenchFailure) {
      return ExitCode.STREAM_FAILED;
    }
    if (failure instanceof ListUnusable) {
      return ExitCode.LIST_UNUSABLE;
    }
    if (failure instanceof ListNotPublished lost && lost.isSuperseded()) {
      return ExitCode.SUPERSEDED;
    }
    if (failure instanceof Unreachable
        || failure instanceof RegistryUnavailable
        || failure instanceof ListTopicUnread
        || failure instanceof ListNotPublished
        || failure instanceof EmbeddedFailure) {
      return ExitCode.UNREACHABLE;
    }
    return ExitCode.FAULT;
  }
}
