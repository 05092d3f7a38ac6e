package io.weir.cli;

import io.weir.bench.LatencyPlan;
import io.weir.bench.Plan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code weir bench latency}: how long an alert takes. */
@Command(
    name = "latency",
    description = {
      "Sends transfers steadily and measures how long it takes from when the broker has appended a"
          + " transfer until a consumer that reads what is committed holds its alert; beside it, how"
          + " long from when the transfer was due to be sent, until the alert and until the"
          + " transfer itself. An alert that does not come, or comes twice, ends the benchmark with"
          + " exit code 13.",
      ""
    })
final class BenchLatencyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private BenchOptions options;

  @Option(
      names = "--rate",
      paramLabel = "N",
      split = ",",
      defaultValue = LatencyPlan.RATES,
      description = "Transfers a second, one rate after the other. Default: ${DEFAULT-VALUE}.")
  private List<Long> rates = new ArrayList<>();

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "" + LatencyPlan.SECONDS,
      description = "Measured at each rate, in each round. Default: ${DEFAULT-VALUE}.")
  private long seconds;

  @Option(
      names = "--settle",
      paramLabel = "N",
      defaultValue = "" + LatencyPlan.SETTLING_SECONDS,
      description = "Seconds at the same rate before these. Default: ${DEFAULT-VALUE}.")
  private long settlingSeconds;

  @Option(
      names = "--hit-every",
      paramLabel = "N",
      defaultValue = "" + LatencyPlan.HIT_EVERY,
      description = "One transfer of so many touches a listed address. Default: ${DEFAULT-VALUE}.")
  private long hitEvery;

  @Option(
      names = "--listed",
      paramLabel = "N",
      defaultValue = "" + Plan.LISTED,
      description = "Addresses on the list. Default: ${DEFAULT-VALUE}.")
  private long listed;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "" + Plan.WARM_UP,
      description =
          "Transfers that are screened at full speed before everything. Default: ${DEFAULT-VALUE}.")
  private long warmUp;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "" + Plan.ROUNDS,
      description = "How often each rate is measured. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (rates.stream().anyMatch(rate -> rate < 1)
        || seconds < 1
        || settlingSeconds < 0
        || hitEvery < 1
        || listed < 1
        || warmUp < 1
        || rounds < 1) {
      throw new ParameterException(
          spec.commandLine(), "All numbers are 1 or more; --settle may be 0.");
    }
    LatencyPlan plan =
        new LatencyPlan(rates, seconds, settlingSeconds, hitEvery, listed, warmUp, rounds);
    return new BenchRun(spec, options).run(bench -> bench.latency(plan)).number();
  }
}
