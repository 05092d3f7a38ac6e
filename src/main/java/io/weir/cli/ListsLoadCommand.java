package io.weir.cli;

import io.weir.config.Needs;
import io.weir.config.WeirConfig;
import io.weir.lists.ListFormat;
import io.weir.lists.ListFormats;
import io.weir.lists.ListGuard;
import io.weir.lists.ListId;
import io.weir.lists.ListRefused;
import io.weir.lists.Publication;
import io.weir.publish.HeldLists;
import io.weir.publish.ListLoad;
import io.weir.publish.ListPublisher;
import io.weir.publish.ListTopics;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weir lists load}: one publication of one list, compared, judged and published. */
@Command(
    name = "load",
    description = {
      "Reads a published list, shows what differs from the list in force, and publishes that in one"
          + " transaction.",
      "Ends with 16, and publishes nothing, when the file is refused."
    })
final class ListsLoadCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions connection;

  @Parameters(
      paramLabel = "FILE|URL",
      description = "The list as its authority published it; - for what is piped in.")
  private String file;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "See 'weir lists formats'; told from the file when it is clear.")
  private @Nullable String format;

  @Option(
      names = "--comments",
      paramLabel = "FILE|URL",
      description = "The sdn_comments.csv of the same day that OFAC's sdn.csv goes on in.")
  private @Nullable String comments;

  @Option(
      names = "--authority",
      paramLabel = "NAME",
      description = "Who designates, such as OFAC; needed where the format does not tell.")
  private @Nullable String authority;

  @Option(
      names = "--list",
      paramLabel = "NAME",
      description = "Which of its lists, such as SDN; needed where the format does not tell.")
  private @Nullable String list;

  @Option(
      names = "--published-on",
      paramLabel = "DATE",
      description = "When it was published, year-month-day, where the file does not say.")
  private @Nullable LocalDate publishedOn;

  @Option(
      names = "--sha256",
      paramLabel = "HEX",
      description = "Refuse the file when its SHA-256 is another.")
  private @Nullable String sha256;

  @Option(
      names = "--accept-removals",
      description = "Publish it although it is older, empty, or withdraws much at once.")
  private boolean acceptRemovals;

  @Option(names = "--dry-run", description = "Show the difference and publish nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print JSON, with every listing of the difference.")
  private boolean json;

  @Override
  public Integer call() {
    // The file first: what is wrong with it should not wait for a cluster to answer.
    Publication publication =
        new ListFile(
                input(file),
                Optional.ofNullable(format).map(this::named),
                Optional.ofNullable(comments).map(this::input))
            .read(this::id, Optional.ofNullable(publishedOn));
    requireHash(publication);
    WeirConfig config = connection.load(Needs.BROKER_AND_REGISTRY);
    ListTopics topics = ListConnection.connect(config);
    if (dryRun) {
      // Reads only: to open a publisher would take the place of one that is at work.
      ListLoad load = ListLoad.of(publication, HeldLists.read(topics));
      return end(load, refusal(load), false);
    }
    try (ListPublisher publisher = ListPublisher.open(topics, Clock.systemUTC())) {
      ListLoad load = publisher.prepare(publication);
      Optional<ListRefused> refusal = refusal(load);
      if (refusal.isEmpty()) {
        publisher.publish(load);
      }
      return end(load, refusal, refusal.isEmpty());
    }
  }

  private ListInput input(String argument) {
    try {
      return ListInput.of(
          argument, () -> ListDownloads.fetcher(connection.load(Needs.NOTHING), Optional.empty()));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private ListFormat named(String id) {
    return ListFormats.find(id)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--format expects one of "
                        + ListFormats.all().stream()
                            .map(ListFormat::id)
                            .collect(Collectors.joining(", "))
                        + ", but was '"
                        + id
                        + "'."));
  }

  private ListId id(ListFormat read) {
    Optional<ListId> only = read.onlyList();
    if (only.isEmpty() && (authority == null || list == null)) {
      throw new ParameterException(
          spec.commandLine(),
          "The format "
              + read.id()
              + " does not tell whose list it is. Give --authority and --list.");
    }
    try {
      return ListId.ofPublication(
          authority == null ? only.orElseThrow().authority() : authority,
          list == null ? only.orElseThrow().list() : list);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private void requireHash(Publication publication) {
    if (sha256 == null) {
      return;
    }
    try {
      ListGuard.requireSha256(publication, sha256);
    } catch (ListRefused e) {
      throw new CommandFailed(ExitCode.INPUT_REFUSED, e.getMessage(), e);
    }
  }

  private Optional<ListRefused> refusal(ListLoad load) {
    if (acceptRemovals) {
      return Optional.empty();
    }
    try {
      load.requirePlausible();
      return Optional.empty();
    } catch (ListRefused e) {
      return Optional.of(e);
    }
  }

  private int end(ListLoad load, Optional<ListRefused> refusal, boolean published) {
    ListLoadReport report = new ListLoadReport(load, refusal, published);
    if (json) {
      Json.print(spec.commandLine().getOut(), report.fields());
    } else {
      report.print(spec.commandLine().getOut());
    }
    refusal.ifPresent(refused -> spec.commandLine().getErr().println(refused.getMessage()));
    return (refusal.isPresent() ? ExitCode.INPUT_REFUSED : ExitCode.OK).number();
  }
}
