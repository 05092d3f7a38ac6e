package io.weir.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** What a run of the command line printed, and its exit code. */
public record CommandFixture(int exitCode, String out, String err) {

  /** Runs {@code weir} with the arguments, in this process. */
  public static CommandFixture weir(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = CommandLines.weir();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    int exitCode = line.execute(args);
    return new CommandFixture(exitCode, out.toString(), err.toString());
  }

  /** Reads the arguments without running anything; throws when {@code weir} would refuse them. */
  public static void parse(String... args) {
    CommandLines.weir().parseArgs(args);
  }
}
