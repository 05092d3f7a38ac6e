package io.weir.cli;

import io.weir.config.Needs;
import io.weir.config.WeirConfig;
import io.weir.publish.ListTopics;
import io.weir.runtime.Defaults;
import io.weir.sources.Fetchers;
import io.weir.sources.ListSource;
import io.weir.sources.ListSources;
import io.weir.sources.ListTarget;
import io.weir.sources.SourceSync;
import io.weir.sources.SyncRound;
import io.weir.sources.Turns;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code weir lists sync}: brings what the sources publish into force. */
@Command(
    name = "sync",
    description = {
      "Looks for each list at its source (weir.lists.file), and publishes what is newer.",
      "One that fails stops no other. Ends with 16 when any is refused, else with 15 when the"
          + " cluster took one not, else with 18 when a source did not give one."
    })
final class ListsSyncCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions connection;

  @Option(
      names = "--only",
      paramLabel = "AUTHORITY/LIST",
      description = "Look for this list alone, also when its source is off; may be repeated.")
  private List<String> only = new ArrayList<>();

  @ArgGroup private @Nullable ListTrust trust;

  @Option(names = "--dry-run", description = "Say what would change and publish nothing.")
  private boolean dryRun;

  @Option(
      names = "--watch",
      description = {
        "Go on until told to stop, each list at its own pace.",
        "Serves health and metrics as 'weir run' does."
      })
  private boolean watch;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (watch && (dryRun || json)) {
      throw new ParameterException(
          spec.commandLine(), "--watch goes with neither --dry-run nor --json.");
    }
    if (trust != null && (watch || only.size() != 1)) {
      throw new ParameterException(
          spec.commandLine(),
          "--accept-removals and --additions-only are a decision about one publication: give"
              + " --only with its list, and no --watch.");
    }
    ListTrust judge = Objects.requireNonNullElseGet(trust, ListTrust::new);
    WeirConfig config = connection.load(Needs.BROKER_AND_REGISTRY);
    List<ListSource> sources = chosen(Defaults.lists(config.listsFile()));
    ListTopics topics = ListConnection.connect(config);
    Clock clock = Clock.systemUTC();
    ListTarget cluster = new ClusterTarget(topics, judge, clock);
    try (Turns turns = new Turns(config.closeTimeout())) {
      SourceSync sync =
          new SourceSync(
              new Fetchers(route -> ListDownloads.fetcher(config, route)),
              dryRun ? new DryTarget(cluster, topics, judge) : cluster,
              turns,
              clock);
      if (watch) {
        new ListsWatch(sources, clock).run(config, sync, turns);
        return ExitCode.OK.number();
      }
      return end(new SyncReport(SyncRound.of(sources, sync), dryRun));
    }
  }

  private List<ListSource> chosen(ListSources all) {
    List<ListSource> chosen =
        only.isEmpty()
            ? all.enabled()
            : only.stream().distinct().map(list -> named(all, list)).toList();
    if (chosen.isEmpty()) {
      throw new CommandFailed(
          ExitCode.CONFIG, "The file of sources (weir.lists.file) has none that is enabled.");
    }
    return chosen;
  }

  private ListSource named(ListSources all, String list) {
    return all.find(list)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--only expects one of "
                        + all.all().stream()
                            .map(ListSource::key)
                            .distinct()
                            .collect(Collectors.joining(", "))
                        + ", but was '"
                        + list
                        + "'."));
  }

  private int end(SyncReport report) {
    if (json) {
      Json.print(spec.commandLine().getOut(), report.fields());
    } else {
      report.print(spec.commandLine().getOut());
    }
    report.explain(spec.commandLine().getErr());
    return report.code().number();
  }
}
