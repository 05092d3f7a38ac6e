package io.weir.cli;

import io.weir.address.Address;
import io.weir.address.AddressKey;
import io.weir.address.Addresses;
import io.weir.address.NotAnAddress;
import io.weir.address.Reading;
import io.weir.config.Needs;
import io.weir.config.WeirConfig;
import io.weir.domain.ListManifest;
import io.weir.domain.Listing;
import io.weir.publish.HeldLists;
import io.weir.screening.ListUnusable;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
      "Shows the lists in force and their listings.",
      "Ends with 12 when no address is listed at all."
    })
final class ListsShowCommand implements Callable<Integer> {
  private static final Comparator<Row> BY_ENTRY =
      Comparator.comparing((Row row) -> row.listing.authority())
          .thenComparing(row -> row.listing.list())
          .thenComparing(row -> row.listing.entryId())
          .thenComparing(row -> row.listing.address())
          .thenComparing(row -> row.key.toString());

  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions connection;

  @Option(names = "--authority", paramLabel = "NAME", description = "Only what it lists.")
  private @Nullable String authority;

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      description = "Only what lists this address, in any spelling, or its key.")
  private @Nullable String address;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  private record Row(AddressKey key, Listing listing) {}

  @Override
  public Integer call() {
    Optional<AddressKey> only = Optional.ofNullable(address).map(this::key);
    WeirConfig config = connection.load(Needs.BROKER_AND_REGISTRY);
    HeldLists held = HeldLists.read(ListConnection.connect(config));
    if (held.isEmpty(LocalDate.now(Clock.systemUTC()))) {
      throw ListUnusable.empty(config.topics().sanctionedAddresses());
    }
    List<ListManifest> manifests =
        held.manifests().values().stream()
            .filter(manifest -> isWanted(manifest.authority()))
            .sorted(Comparator.comparing(ListManifest::authority).thenComparing(ListManifest::list))
            .toList();
    List<Row> rows =
        held.rows().values().stream()
            .filter(row -> only.isEmpty() || only.get().equals(row.key()))
            .flatMap(row -> row.listings().stream().map(listing -> new Row(row.key(), listing)))
            .filter(row -> isWanted(row.listing.authority()))
            .sorted(BY_ENTRY)
            .toList();
    List<String> unreadable =
        held.unreadable().stream()
            .filter(key -> only.isEmpty() || only.get().equals(key))
            .map(AddressKey::toString)
            .toList();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Json.print(out, fields(manifests, rows, unreadable, held));
    } else {
      print(out, manifests, rows, unreadable, held);
    }
    return ExitCode.OK.number();
  }

  private boolean isWanted(String listedBy) {
    return authority == null || authority.equals(listedBy);
  }

  private AddressKey key(String text) {
    Reading reading = Addresses.readAnyChain(text);
    if (reading instanceof NotAnAddress not) {
      throw new ParameterException(spec.commandLine(), "--address: " + not.detail());
    }
    return ((Address) reading).key();
  }

  private static void print(
      PrintWriter out,
      List<ListManifest> manifests,
      List<Row> rows,
      List<String> unreadable,
      HeldLists held) {
    Table lists = new Table("AUTHORITY", "LIST", "PUBLISHED", "LOADED", "ENTRIES", "ADDRESSES");
    manifests.forEach(
        manifest ->
            lists.row(
                manifest.authority(),
                manifest.list(),
                manifest.source().publishedOn().map(LocalDate::toString).orElse("unknown"),
                manifest.loadedAt().toString(),
                Integer.toString(manifest.entries()),
                Integer.toString(manifest.addresses())));
    lists.print(out);
    out.println();
    Table listings = new Table("AUTHORITY", "LIST", "ENTRY", "NAME", "ADDRESS", "ASSET", "KEY");
    rows.forEach(
        row ->
            listings.row(
                Cells.of(row.listing.authority()),
                Cells.of(row.listing.list()),
                Cells.of(row.listing.entryId()),
                Cells.of(name(row.listing)),
                Cells.of(row.listing.address()),
                Cells.of(row.listing.assetLabel()),
                row.key + row.listing.derivation().map(how -> " (" + how + ")").orElse("")));
    listings.print(out);
    unreadable.forEach(
        key -> out.println(Cells.of(key) + " is listed in a row that cannot be read"));
    held.unusableKeys()
        .forEach(
            key -> out.println("'" + Cells.of(key) + "' is the key of a row and no address key"));
  }

  /** Of the user's own decisions, what was decided. */
  private static String name(Listing listing) {
    return listing
        .override()
        .map(own -> OverrideWords.of(own, LocalDate.now(Clock.systemUTC())))
        .orElse(listing.name());
  }

  private static Map<String, Object> fields(
      List<ListManifest> manifests, List<Row> rows, List<String> unreadable, HeldLists held) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("lists", manifests.stream().map(ListFields::of).toList());
    fields.put("listings", rows.stream().map(ListsShowCommand::fields).toList());
    fields.put("unreadable", unreadable);
    fields.put("unusable_keys", held.unusableKeys());
    return fields;
  }

  private static Map<String, Object> fields(Row row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("address_key", row.key.toString());
    fields.putAll(ListFields.of(row.listing));
    return fields;
  }
}
