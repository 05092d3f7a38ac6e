package io.weir.cli;

import io.weir.address.Address;
import io.weir.address.AddressKey;
import io.weir.address.Addresses;
import io.weir.address.NotAnAddress;
import io.weir.address.Reading;
import io.weir.config.Needs;
import io.weir.config.WeirConfig;
import io.weir.publish.HeldLists;
import io.weir.publish.ListTopics;
import io.weir.publish.ListsAsOf;
import io.weir.publish.PastListing;
import io.weir.screening.ListUnusable;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code weir lists show}: what the list topics hold. */
@Command(
    name = "show",
    description = {
      "Shows the lists in force and their listings, or those of a time in the past.",
      "Ends with 12 when no address is listed at all, and with 19 when the history does not tell all"
          + " of that time."
    })
final class ListsShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions connection;

  @Option(names = "--authority", paramLabel = "NAME", description = "Only what it lists.")
  private @Nullable String authority;

  @Option(names = "--list", paramLabel = "NAME", description = "Only the lists of this name.")
  private @Nullable String list;

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      description = "Only what lists this address, in any spelling, or its key.")
  private @Nullable String address;

  @Option(
      names = "--as-of",
      paramLabel = "DATE|TIME",
      description = {
        "As it was at the end of a day, year-month-day in UTC, or at a time such as"
            + " 2026-03-07T12:00:00Z. Told by the history."
      })
  private @Nullable String asOf;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Optional<AddressKey> only = Optional.ofNullable(address).map(this::key);
    Optional<Moment> moment = Optional.ofNullable(asOf).map(this::moment);
    WeirConfig config = connection.load(Needs.BROKER_AND_REGISTRY);
    ListTopics topics = ListConnection.connect(config);
    return moment
        .map(then -> showThen(then, topics, only))
        .orElseGet(() -> showNow(config, topics, only))
        .number();
  }

  private ExitCode showNow(WeirConfig config, ListTopics topics, Optional<AddressKey> only) {
    HeldLists held = HeldLists.read(topics, ConsoleProgress.onTerminal());
    LocalDate today = LocalDate.now(Clock.systemUTC());
    if (held.isEmpty(today)) {
      throw ListUnusable.empty(config.topics().sanctionedAddresses());
    }
    ListingsReport report =
        new ListingsReport(
            today,
            held.manifests().values().stream()
                .filter(manifest -> isWanted(manifest.authority(), manifest.list()))
                .toList(),
            held.rows().values().stream()
                .filter(row -> only.isEmpty() || only.get().equals(row.key()))
                .flatMap(
                    row -> row.listings().stream().map(each -> new PastListing(row.key(), each)))
                .filter(row -> isWanted(row.listing().authority(), row.listing().list()))
                .toList());
    List<String> unreadable =
        held.unreadable().stream()
            .filter(key -> only.isEmpty() || only.get().equals(key))
            .map(AddressKey::toString)
            .toList();
    if (json) {
      Map<String, Object> fields = report.fields();
      fields.put("unreadable", unreadable);
      fields.put("unusable_keys", held.unusableKeys());
      Json.print(out(), fields);
    } else {
      report.print(out());
      unreadable.forEach(
          key -> out().println(Cells.of(key) + " is listed in a row that cannot be read"));
      held.unusableKeys()
          .forEach(
              key ->
                  out().println("'" + Cells.of(key) + "' is the key of a row and no address key"));
    }
    return ExitCode.OK;
  }

  private ExitCode showThen(Moment moment, ListTopics topics, Optional<AddressKey> only) {
    AsOfReport report =
        new AsOfReport(
            moment,
            ListsAsOf.read(topics, moment.instant(), ConsoleProgress.onTerminal()),
            each -> isWanted(each.authority(), each.list()),
            row -> only.isEmpty() || only.get().equals(row.key()));
    if (report.isKnown()) {
      if (json) {
        Json.print(out(), report.fields());
      } else {
        report.print(out());
      }
    }
    report.problems().forEach(spec.commandLine().getErr()::println);
    return report.code();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private boolean isWanted(String listedBy, String listedOn) {
    return (authority == null || authority.equals(listedBy))
        && (list == null || list.equals(listedOn));
  }

  private AddressKey key(String text) {
    Reading reading = Addresses.readAnyChain(text);
    if (reading instanceof NotAnAddress not) {
      throw new ParameterException(spec.commandLine(), "--address: " + not.detail());
    }
    return ((Address) reading).key();
  }

  private Moment moment(String text) {
    try {
      return Moment.parse(text, Clock.systemUTC());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--as-of: " + e.getMessage(), e);
    }
  }
}
