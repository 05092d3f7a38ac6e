package io.weir.cli;

import io.weir.address.Addresses;
import io.weir.address.Chain;
import io.weir.config.Needs;
import io.weir.config.WeirConfig;
import io.weir.publish.DemoList;
import io.weir.runtime.Defaults;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weir check}: what an address means and what lists it. */
@Command(
    name = "check",
    description = {
      "Says of each address how it reads, its key, and what lists it or another address of its key.",
      "Ends with 1 when any is listed, allowed by an override or not, else with 2 when any is not an address, else with 0."
    })
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions connection;

  @Parameters(arity = "1..*", paramLabel = "ADDRESS", description = "What to check.")
  private List<String> addresses = new ArrayList<>();

  @Option(
      names = "--chain",
      paramLabel = "CHAIN",
      description =
          "Id or name of the chain they are of; without it their shape decides, and what has no"
              + " known shape counts as not an address.")
  private @Nullable String chain;

  @Option(
      names = "--list",
      paramLabel = "FILE",
      description = "Check against this published list and no cluster; may be repeated.")
  private List<Path> lists = new ArrayList<>();

  @Option(
      names = "--demo",
      description =
          "Check against the list that comes with Weir. It is there to try Weir on, not to rely"
              + " on.")
  private boolean demo;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    WeirConfig config = connection.load(Needs.NOTHING);
    Optional<Chain> known = chain == null ? Optional.empty() : Optional.of(chain(config, chain));
    LocalDate today = LocalDate.now(Clock.systemUTC());
    CheckAgainst against = against(config, today);
    CheckReport report =
        new CheckReport(
            against.words(),
            addresses.stream()
                .map(
                    text ->
                        CheckedAddress.of(
                            text,
                            known
                                .map(of -> Addresses.read(of, text))
                                .orElseGet(() -> Addresses.readAnyChain(text)),
                            known.isEmpty(),
                            against.list(),
                            today))
                .toList(),
            today);
    if (json) {
      Json.print(spec.commandLine().getOut(), report.fields());
    } else {
      report.print(spec.commandLine().getOut());
    }
    return report.exitCode().number();
  }

  private CheckAgainst against(WeirConfig config, LocalDate today) {
    if (demo && !lists.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "Give --demo or --list, not both.");
    }
    if (demo) {
      return CheckAgainst.publications(List.of(DemoList.publication()));
    }
    if (!lists.isEmpty()) {
      return CheckAgainst.files(lists);
    }
    if (config.bootstrapServers().isEmpty()) {
      // No list is taken by default: "clear" must never mean "compared with some sample".
      throw new ParameterException(
          spec.commandLine(),
          "Say what to check against: --bootstrap and --registry, or --config, for the lists in"
              + " force on a cluster; --list FILE for a published list; --demo for the list that"
              + " comes with Weir.");
    }
    return CheckAgainst.cluster(connection.load(Needs.BROKER_AND_REGISTRY), today);
  }

  private Chain chain(WeirConfig config, String name) throws IOException {
    return Defaults.chains(config.chainsFile())
        .find(name)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--chain expects a chain that the chains file declares, but was '"
                        + name
                        + "'."));
  }
}
