package io.weir.cli;

import io.weir.bench.Plan;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The flags that say how much a benchmark of throughput does. */
final class BenchSizes {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

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
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "" + Plan.ROUNDS,
      description = "How often each application runs. Default: ${DEFAULT-VALUE}.")
  private int rounds;

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
      description = "Addresses on the list. Default: ${DEFAULT-VALUE}.")
  private long listed;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = "Only these applications, separated by commas.")
  private Set<String> only = new LinkedHashSet<>();

  /**
   * The plan of these flags.
   *
   * @param names what {@code --only} may name
   * @param also the class of one more application
   */
  Plan plan(Collection<String> names, Optional<String> also) {
    if (transfers < 1 || rounds < 1 || listed < 1 || warmUp < 0 || hitEvery < 1) {
      throw new ParameterException(
          spec.commandLine(),
          "--transfers, --rounds, --listed and --hit-every expect 1 or more, --warm-up 0 or more.");
    }
    if (!names.containsAll(only)) {
      throw new ParameterException(
          spec.commandLine(), "--only expects some of " + String.join(", ", names) + ".");
    }
    return new Plan(transfers, warmUp, hitEvery, listed, rounds, only, also);
  }
}
