package io.weir.cli;

import io.weir.bench.LatencyPlan;
import io.weir.bench.ListPlan;
import io.weir.bench.LookbackPlan;
import io.weir.bench.Plan;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code weir bench all}: every benchmark, and all targets in one table. */
@Command(
    name = "all",
    description = {
      "Runs throughput, loads, latency, list and lookback, one after the other on one broker, each"
          + " as it is without flags, and ends with all targets in one table. Takes two hours or"
          + " more.",
      ""
    })
final class BenchAllCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private BenchOptions options;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "" + Plan.ROUNDS,
      description = "How often everything is measured. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (rounds < 1) {
      throw new ParameterException(spec.commandLine(), "--rounds expects 1 or more.");
    }
    return new BenchRun(spec, options)
        .run(
            bench -> bench.throughput(Plan.usual(rounds)),
            bench -> bench.loads(Plan.usual(rounds)),
            bench -> bench.latency(LatencyPlan.usual(rounds)),
            bench -> bench.list(ListPlan.usual(rounds)),
            bench -> bench.lookback(LookbackPlan.usual(rounds)))
        .number();
  }
}
