package io.weir.cli;

import io.weir.bench.Plan;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code weir bench loads}: Weir under loads that are unlike the usual one. */
@Command(
    name = "loads",
    description = {
      "Lets Weir work through a load without hits and one with many, transfers with one party and"
          + " with fifty on each side, and through the usual load in a roomy heap and a small one.",
      "Of the transfers with fifty on each side (wide) there are a twentieth of --transfers and of"
          + " --warm-up. The heap of roomy is 1g and that of small 256m, whatever --heap says.",
      ""
    })
final class BenchLoadsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private BenchSizes sizes;
  @Mixin private BenchOptions options;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Plan plan = sizes.plan(Plan.LOADS, Optional.empty());
    return new BenchRun(spec, options).run(bench -> bench.loads(plan)).number();
  }
}
