package io.weir.cli;

import io.weir.bench.Plan;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What {@code weir bench} and {@code weir bench throughput} have in common: all but their names.
 */
abstract class BenchThroughput implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private BenchSizes sizes;
  @Mixin private BenchOptions options;

  @Option(
      names = "--also",
      paramLabel = "CLASS",
      hidden = true,
      description = "One more application, which copies every record.")
  private @Nullable String also;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Plan plan = sizes.plan(Plan.THROUGHPUT, Optional.ofNullable(also));
    return new BenchRun(spec, options).run(bench -> bench.throughput(plan)).number();
  }
}
