package io.weir.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.bench.BenchProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weir bench process}: what {@code weir bench} starts; nothing for people. */
@Command(name = "process", hidden = true, description = "One process of weir bench.")
final class BenchProcessCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "WORK", description = "The class that does the work.")
  private String work;

  @Override
  public Integer call() throws IOException {
    BenchProcess.run(
        work,
        new BufferedReader(new InputStreamReader(System.in, UTF_8)),
        spec.commandLine().getOut(),
        Clock.systemUTC());
    return ExitCode.OK.number();
  }
}
