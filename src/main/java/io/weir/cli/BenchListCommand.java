package io.weir.cli;

import io.weir.bench.ListPlan;
import io.weir.bench.Machine;
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

/** {@code weir bench list}: what the list's length costs. */
@Command(
    name = "list",
    description = {
      "Lets Weir work through the same transfers with lists of several lengths, and measures"
          + " throughput, heap for each listed address, and the time until it screens.",
      "The heap of the applications is half of the machine's memory unless --heap says otherwise.",
      ""
    })
final class BenchListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private BenchOptions options;

  @Option(
      names = "--sizes",
      paramLabel = "N",
      split = ",",
      defaultValue = ListPlan.SIZES,
      description = "Listed addresses, separated by commas. Default: ${DEFAULT-VALUE}.")
  private List<Long> sizes = new ArrayList<>();

  @Option(
      names = "--transfers",
      paramLabel = "N",
      defaultValue = "" + Plan.TRANSFERS,
      description = "Transfers that are measured in each run. Default: ${DEFAULT-VALUE}.")
  private long transfers;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "" + Plan.WARM_UP,
      description =
          "Transfers before these, in the same run, that are not measured. Default:"
              + " ${DEFAULT-VALUE}.")
  private long warmUp;

  @Option(
      names = "--hit-every",
      paramLabel = "N",
      defaultValue = "" + Plan.HIT_EVERY,
      description = "One transfer of so many touches a listed address. Default: ${DEFAULT-VALUE}.")
  private long hitEvery;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "" + Plan.ROUNDS,
      description = "How often each length is measured. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (sizes.stream().anyMatch(size -> size < 1)
        || transfers < 1
        || warmUp < 0
        || hitEvery < 1
        || rounds < 1) {
      throw new ParameterException(
          spec.commandLine(), "All numbers are 1 or more; --warm-up may be 0.");
    }
    String heap = options.heap().orElseGet(() -> Machine.here().halfOfTheMemory());
    ListPlan plan = new ListPlan(sizes, transfers, warmUp, hitEvery, rounds, heap);
    return new BenchRun(spec, options).run(bench -> bench.list(plan)).number();
  }
}
