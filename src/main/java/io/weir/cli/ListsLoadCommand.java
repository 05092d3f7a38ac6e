package io.weir.cli;

import io.weir.config.Needs;
import io.weir.config.WeirConfig;
import io.weir.domain.ListManifest;
import io.weir.domain.Refusal;
import io.weir.lists.ListFormat;
import io.weir.lists.ListFormats;
import io.weir.lists.ListGuard;
import io.weir.lists.ListRefused;
import io.weir.lists.Publication;
import io.weir.publish.HeldLists;
import io.weir.publish.KnownFile;
import io.weir.publish.ListLoad;
import io.weir.publish.ListProgress;
import io.weir.publish.ListPublisher;
import io.weir.publish.ListTopics;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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
  @Mixin private ListName name;

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
      names = "--published-on",
      paramLabel = "DATE",
      description = "When it was published, year-month-day, where the file does not say.")
  private @Nullable LocalDate publishedOn;

  @Option(
      names = "--sha256",
      paramLabel = "HEX",
      description = "Refuse the file when its SHA-256 is another.")
  private @Nullable String sha256;

  @ArgGroup private ListTrust trust = new ListTrust();

  @Option(
      names = "--restart-history",
      description = "Tell the history anew what is in force, for a history that is not whole.")
  private boolean restartHistory;

  @Option(names = "--dry-run", description = "Show the difference and publish nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print JSON, with every listing of the difference.")
  private boolean json;

  @Override
  public Integer call() {
    return confirmed().orElseGet(this::load);
  }

  /** The quick end, when a large file is the publication in force already. */
  private Optional<Integer> confirmed() {
    if (dryRun || restartHistory) {
      return Optional.empty();
    }
    Optional<KnownFile> file =
        listFile()
            .known(name::of, Optional.ofNullable(publishedOn))
            .filter(known -> sha256 == null || known.sha256().equalsIgnoreCase(sha256));
    if (file.isEmpty()) {
      return Optional.empty();
    }
    ListTopics topics = ListConnection.connect(connection.load(Needs.BROKER_AND_REGISTRY));
    try (ListPublisher publisher = ListPublisher.open(topics, Clock.systemUTC())) {
      Optional<ListManifest> confirmed = publisher.confirm(file.get());
      confirmed.ifPresent(this::end);
      return confirmed.map(manifest -> ExitCode.OK.number());
    }
  }

  private int load() {
    // The file first: what is wrong with it should not wait for a cluster to answer.
    Publication publication = read();
    WeirConfig config = connection.load(Needs.BROKER_AND_REGISTRY);
    ListTopics topics = ListConnection.connect(config);
    ListProgress progress = ConsoleProgress.onTerminal();
    if (dryRun) {
      // Reads only: to open a publisher would take the place of one that is at work.
      return end(judged(ListLoad.of(publication, HeldLists.read(topics, progress))));
    }
    try (ListPublisher publisher = ListPublisher.open(topics, Clock.systemUTC(), progress)) {
      LoadOutcome judged = judged(publisher.prepare(publication));
      if (judged.refusal().isPresent()) {
        record().write(publisher, publication.id(), refusal(judged.refusal().get()));
        return end(judged);
      }
      publisher.publish(judged.load());
      return end(judged.asPublished());
    }
  }

  private Publication read() {
    try {
      Publication publication = listFile().read(name::of, Optional.ofNullable(publishedOn));
      requireHash(publication);
      return publication;
    } catch (CommandFailed e) {
      if (e.getCause() instanceof ListRefused refused && !dryRun) {
        record().write(name.known(), refusal(refused));
      }
      throw e;
    }
  }

  private ListFile listFile() {
    return new ListFile(
        input(file),
        Optional.ofNullable(format).map(this::named),
        Optional.ofNullable(comments).map(this::input));
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

  private LoadOutcome judged(ListLoad prepared) {
    return trust.judge(restartHistory ? prepared.restartingHistory() : prepared);
  }

  private RefusalRecord record() {
    return new RefusalRecord(connection, spec.commandLine().getErr());
  }

  private Refusal refusal(ListRefused refused) {
    return RefusalRecord.of(refused, input(file).name());
  }

  private void end(ListManifest confirmed) {
    if (json) {
      Json.print(spec.commandLine().getOut(), ListLoadFields.ofConfirmed(confirmed));
    } else {
      ListLoadReport.printConfirmed(confirmed, spec.commandLine().getOut());
    }
  }

  private int end(LoadOutcome outcome) {
    if (json) {
      Json.print(spec.commandLine().getOut(), ListLoadFields.of(outcome));
    } else {
      new ListLoadReport(outcome).print(spec.commandLine().getOut());
    }
    outcome
        .refusal()
        .ifPresent(refused -> spec.commandLine().getErr().println(refused.getMessage()));
    return outcome.code().number();
  }
}
