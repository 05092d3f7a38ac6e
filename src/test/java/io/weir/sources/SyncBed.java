package io.weir.sources;

import io.weir.address.AddressKey;
import io.weir.domain.ListManifest;
import io.weir.domain.Refusal;
import io.weir.domain.Retrieval;
import io.weir.domain.SanctionedAddress;
import io.weir.lists.ListDiff;
import io.weir.lists.ListGuard;
import io.weir.lists.ListId;
import io.weir.lists.ListRefused;
import io.weir.lists.Publication;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A sync whose target is the memory of this process, judged by the real guard. */
final class SyncBed implements AutoCloseable {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2025-11-04T12:00:00Z"), ZoneOffset.UTC);
  static final ListId LIST = new ListId("OWN", "WATCH");
  private static final int MAX_BYTES = 64 * 1024;

  final Memory target = new Memory();
  private final Turns turns = new Turns(Duration.ofSeconds(30));
  final SourceSync sync;

  SyncBed(Path folder) {
    FetchLimits limits =
        new FetchLimits(
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            MAX_BYTES,
            2,
            Duration.ofMillis(1),
            Duration.ofMillis(2));
    Fetchers fetchers =
        new Fetchers(
            route ->
                new Fetcher(
                    route.map(ProxyRoute::selector).orElse(ProxySelector.of(null)),
                    "Weir/1",
                    limits,
                    folder,
                    CLOCK));
    this.sync = new SourceSync(fetchers, target, turns, CLOCK);
  }

  /** A list in Weir's own CSV. */
  static String csv(String... addresses) {
    StringBuilder text =
        new StringBuilder("entry_id,name,programs,address,asset_label,listed_on\n");
    for (String address : addresses) {
      text.append("1,Somebody,,").append(address).append(",ETH,\n");
    }
    return text.toString();
  }

  /** That many addresses. */
  static String[] addresses(int count) {
    String[] addresses = new String[count];
    for (int number = 0; number < count; number++) {
      String hex = Integer.toHexString(number + 1);
      addresses[number] = "0x" + "0".repeat(40 - hex.length()) + hex;
    }
    return addresses;
  }

  static ListSource source(ScriptedServer server) {
    return source(new Place.OnServer(SourceUrl.parse(server.url("/watch.csv?token=s3cret"))));
  }

  static ListSource source(Place place) {
    return new ListSource(
        LIST,
        "csv",
        place,
        Optional.empty(),
        Optional.empty(),
        Duration.ofHours(1),
        Optional.empty(),
        Optional.empty(),
        true);
  }

  /** OFAC's CSV, which goes on in a second file. */
  static ListSource ofTwoFiles(String first, String second) {
    return new ListSource(
        new ListId("OFAC", "SDN"),
        "ofac-sdn-csv",
        new Place.OnServer(SourceUrl.parse(first)),
        Optional.of(new Place.OnServer(SourceUrl.parse(second))),
        Optional.empty(),
        Duration.ofHours(1),
        Optional.empty(),
        Optional.empty(),
        true);
  }

  static ListSource as(ListId list, ListSource source) {
    return new ListSource(
        list,
        source.format(),
        source.place(),
        source.comments(),
        source.sha256(),
        source.every(),
        source.maxAge(),
        source.route(),
        source.enabled());
  }

  static ListSource every(Duration every, ListSource source) {
    return new ListSource(
        source.list(),
        source.format(),
        source.place(),
        source.comments(),
        source.sha256(),
        every,
        source.maxAge(),
        source.route(),
        source.enabled());
  }

  @Override
  public void close() {
    turns.close();
  }

  /** Holds what was published last. */
  static final class Memory implements ListTarget {
    private final Map<ListId, Publication> held = new ConcurrentHashMap<>();
    private final Map<ListId, ListManifest> manifests = new ConcurrentHashMap<>();
    final List<String> written = new ArrayList<>();
    final List<Refusal> refusals = new ArrayList<>();
    private Optional<RuntimeException> away = Optional.empty();

    /** From now on the cluster does not answer. */
    void goAway() {
      away = Optional.of(new IllegalStateException("The cluster is away."));
    }

    /** What is in force is no longer what the last load left behind. */
    void damage(ListId id) {
      manifests.remove(id);
    }

    /** The list in force was read by another version of Weir. */
    void readBy(ListId id, String reader) {
      Publication publication = held.get(id);
      Retrieval before = publication.retrieval();
      manifests.put(
          id,
          manifest(
              publication.withRetrieval(
                  new Retrieval(reader, before.etag(), before.lastModified()))));
    }

    int addresses(ListId id) {
      return held.get(id).addresses();
    }

    @Override
    public Optional<ListManifest> inForce(ListId id) throws NotTaken {
      answer();
      return Optional.ofNullable(manifests.get(id));
    }

    @Override
    public Change load(Publication publication) throws ListRefused, NotTaken {
      answer();
      Map<AddressKey, SanctionedAddress> rows = new TreeMap<>();
      Optional.ofNullable(held.get(publication.id()))
          .ifPresent(
              before ->
                  before
                      .rows()
                      .forEach(
                          (key, listings) -> rows.put(key, new SanctionedAddress(key, listings))));
      ListDiff diff = ListDiff.between(rows, Set.of(), publication);
      ListGuard.requirePlausible(
          publication, diff, Optional.ofNullable(manifests.get(publication.id())));
      held.put(publication.id(), publication);
      manifests.put(publication.id(), manifest(publication));
      written.add("load " + publication.addresses());
      return new Change(diff.added().size(), diff.amended().size(), diff.removed().size());
    }

    @Override
    public void confirm(ListManifest confirmed, Retrieval retrieval) throws NotTaken {
      answer();
      written.add("confirm " + retrieval.etag().orElse("without"));
    }

    @Override
    public void refuse(ListId id, Refusal refusal) throws NotTaken {
      answer();
      refusals.add(refusal);
    }

    private void answer() throws NotTaken {
      if (away.isPresent()) {
        throw new NotTaken(away.get());
      }
    }

    private static ListManifest manifest(Publication publication) {
      return new ListManifest(
          publication.id().authority(),
          publication.id().list(),
          publication.source(),
          CLOCK.instant(),
          publication.entries(),
          publication.addresses(),
          0,
          0,
          0,
          List.of(),
          OptionalInt.of(publication.listings().size()),
          publication.retrieval(),
          Optional.empty(),
          0,
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty());
    }
  }
}
