package io.weir.cli;

import io.weir.config.ConfigKeys;
import io.weir.config.Needs;
import io.weir.config.WeirConfig;
import io.weir.domain.ListOverride;
import io.weir.domain.Listing;
import io.weir.lists.ListRefused;
import io.weir.lists.Publication;
import io.weir.publish.HeldLists;
import io.weir.publish.ListLoad;
import io.weir.publish.ListProgress;
import io.weir.publish.ListPublisher;
import io.weir.publish.ListTopics;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weir lists overrides}: the user's own decisions, compared, judged and published. */
@Command(
    name = "overrides",
    description = {
      "Publishes the addresses that you allow and deny, as the list OWN/OVERRIDES.",
      "Ends with 10 when the file is wrong, and with 16 when it would withdraw all or much at once."
    })
final class ListsOverridesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions connection;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Your decisions; by default the file that weir.overrides.file names.")
  private @Nullable Path file;

  @Option(
      names = "--accept-removals",
      description = "Publish it although it withdraws all or much at once.")
  private boolean acceptRemovals;

  @Option(names = "--dry-run", description = "Show the difference and publish nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print JSON, with every listing of the difference.")
  private boolean json;

  @Override
  public Integer call() {
    Clock clock = Clock.systemUTC();
    Publication publication =
        OverridesSource.read(file == null ? configured(connection.load(Needs.NOTHING)) : file);
    ListTopics topics = ListConnection.connect(connection.load(Needs.BROKER_AND_REGISTRY));
    LocalDate today = LocalDate.now(clock);
    ListProgress progress = ConsoleProgress.onTerminal();
    if (dryRun) {
      // Reads only: to open a publisher would take the place of one that is at work.
      return end(judged(ListLoad.of(publication, HeldLists.read(topics, progress))), today);
    }
    try (ListPublisher publisher = ListPublisher.open(topics, clock, progress)) {
      LoadOutcome judged = judged(publisher.prepare(publication));
      if (judged.refusal().isPresent()) {
        new RefusalRecord(connection, spec.commandLine().getErr())
            .write(
                publisher,
                publication.id(),
                RefusalRecord.of(judged.refusal().get(), publication.source().uri()));
        return end(judged, today);
      }
      if (OverridesSource.isPointless(judged.load())) {
        return end(judged, today);
      }
      publisher.publish(judged.load());
      return end(judged.asPublished(), today);
    }
  }

  private static Path configured(WeirConfig config) {
    return config
        .overridesFile()
        .orElseThrow(
            () ->
                new CommandFailed(
                    ExitCode.CONFIG,
                    ConfigKeys.OVERRIDES_FILE
                        + " is not set; name the file there or behind the command, such as"
                        + " config/overrides.yaml."));
  }

  private LoadOutcome judged(ListLoad load) {
    return new LoadOutcome(
        load, acceptRemovals ? Optional.empty() : doubt(load), Optional.empty(), false);
  }

  private static Optional<ListRefused> doubt(ListLoad load) {
    try {
      load.requirePlausible();
      return Optional.empty();
    } catch (ListRefused e) {
      return Optional.of(e);
    }
  }

  private int end(LoadOutcome outcome, LocalDate today) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Json.print(out, ListLoadFields.of(outcome));
    } else {
      print(out, outcome.load().publication(), today);
      new ListLoadReport(outcome).print(out);
    }
    outcome
        .refusal()
        .ifPresent(refused -> spec.commandLine().getErr().println(refused.getMessage()));
    return outcome.code().number();
  }

  private static void print(PrintWriter out, Publication publication, LocalDate today) {
    if (publication.rows().isEmpty()) {
      return;
    }
    Table table = new Table("EFFECT", "ADDRESS", "AUTHOR", "HOLDS", "REASON");
    publication.listings().stream()
        .filter(listing -> listing.derivation().isEmpty())
        .sorted(Comparator.comparing(Listing::entryId))
        .forEach(
            listing -> {
              ListOverride override = listing.override().orElseThrow();
              table.row(
                  OverrideWords.effect(override),
                  Cells.of(listing.address()),
                  Cells.of(override.author()),
                  OverrideWords.end(override, today),
                  Cells.of(override.reason()));
            });
    table.print(out);
    out.println();
  }
}
