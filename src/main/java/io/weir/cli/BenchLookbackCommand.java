package io.weir.cli;

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

/** {@code weir bench lookback}: what looking back costs, and how soon its alerts are there. */
@Command(
    name = "lookback",
    description = {
      "Lets look-back index a past of screened transfers, lists addresses that occur in it, and"
          + " measures how long it takes until the last alert of each is there; beside it, how long"
          + " a plain consumer takes that looks through everything. Also the size of the index,"
          + " how fast it grows against a consumer that only reads, and how fast screening is"
          + " with look-back in the same process and without. An alert that does not come, or"
          + " comes twice, ends the benchmark with exit code 13.",
      ""
    })
final class BenchLookbackCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private BenchOptions options;

  @Option(
      names = "--transfers",
      paramLabel = "N",
      defaultValue = "" + LookbackPlan.TRANSFERS,
      description = "Transfers of the past. Default: ${DEFAULT-VALUE}.")
  private long transfers;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "" + LookbackPlan.WARM_UP,
      description =
          "Transfers at the beginning of each run that are not measured. Default:"
              + " ${DEFAULT-VALUE}.")
  private long warmUp;

  @Option(
      names = "--listings",
      paramLabel = "N",
      defaultValue = "" + LookbackPlan.LISTINGS,
      description =
          "Addresses that are listed later, one after the other. Default: ${DEFAULT-VALUE}.")
  private int listings;

  @Option(
      names = "--touches",
      paramLabel = "N",
      defaultValue = "" + LookbackPlan.TOUCHES,
      description =
          "Transfers of the past, in a row in one partition, that touch each of these. Default:"
              + " ${DEFAULT-VALUE}.")
  private int touches;

  @Option(
      names = "--screened",
      paramLabel = "N",
      defaultValue = "" + Plan.TRANSFERS,
      description =
          "Transfers that are screened with look-back and without. Default: ${DEFAULT-VALUE}.")
  private long screened;

  @Option(
      names = "--hit-every",
      paramLabel = "N",
      defaultValue = "" + Plan.HIT_EVERY,
      description = "One transfer of so many touches a listed address. Default: ${DEFAULT-VALUE}.")
  private long hitEvery;

  @Option(
      names = "--listed",
      paramLabel = "N",
      defaultValue = "" + Plan.LISTED,
      description = "Addresses on the list from the beginning. Default: ${DEFAULT-VALUE}.")
  private long listed;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "" + Plan.ROUNDS,
      description = "How often everything is measured. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (listings < 1
        || touches < 1
        || screened < 1
        || hitEvery < 1
        || listed < 1
        || warmUp < 0
        || rounds < 1) {
      throw new ParameterException(
          spec.commandLine(), "All numbers are 1 or more; --warm-up may be 0.");
    }
    long least =
        Math.max(
            warmUp + 1, LookbackPlan.leastTransfers(options.bed().partitions(), listings, touches));
    if (transfers < least) {
      throw new ParameterException(
          spec.commandLine(),
          "--transfers expects "
              + least
              + " or more: more than --warm-up, with room for --listings times --touches.");
    }
    LookbackPlan plan =
        new LookbackPlan(transfers, warmUp, hitEvery, listed, listings, touches, screened, rounds);
    return new BenchRun(spec, options).run(bench -> bench.lookback(plan)).number();
  }
}
