package io.weir.lists;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.address.AddressKey;
import io.weir.domain.Listing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A sound list to damage: a real one where it is at hand, and always our own. */
final class FuzzSample {
  private static final Path PUBLISHED = Path.of("..", "shared", "data", "lists");
  private static final ListId ANY = new ListId("ANY", "LIST");

  private final String name;
  private final ListFormat format;
  private final byte[] bytes;
  private final Optional<byte[]> companion;
  private final Map<String, Set<AddressKey>> addresses;

  private FuzzSample(String name, ListFormat format, byte[] bytes, Optional<byte[]> companion)
      throws IOException, ListRefused {
    this.name = name;
    this.format = format;
    this.bytes = bytes;
    this.companion = companion;
    Publication whole = read(bytes);
    this.addresses = new TreeMap<>();
    whole.rows().forEach((key, listings) -> listings.forEach(listing -> addKey(listing, key)));
  }

  private void addKey(Listing listing, AddressKey key) {
    addresses.computeIfAbsent(listing.address(), address -> new HashSet<>()).add(key);
  }

  static List<FuzzSample> all() throws IOException, ListRefused {
    List<FuzzSample> samples = new ArrayList<>();
    for (String fixture :
        List.of(
            "sdn-small.xml",
            "identity-sdn_advanced.xml",
            "eu-small.xml",
            "uk-small.xml",
            "un-small.xml",
            "il-small.csv",
            "entities.ftm.json",
            "small.csv")) {
      samples.add(of(fixture, Fixtures.bytes(fixture), Optional.empty()));
    }
    samples.add(
        of(
            "identity-sdn.csv",
            Fixtures.bytes("identity-sdn.csv"),
            Optional.of(Fixtures.bytes("identity-sdn_comments.csv"))));
    if (Files.exists(PUBLISHED)) {
      samples.add(published("ofac-sdn-excerpt-2026-09-23.xml"));
      samples.add(published("eu-fsf-excerpt-2026-09-22.xml"));
      samples.add(published("uk-excerpt-2026-10-02.xml"));
      samples.add(published("il-nbctf-2026-08-21.csv"));
      samples.add(unitedNations());
      samples.add(remarks());
    }
    return samples;
  }

  String name() {
    return name;
  }

  byte[] bytes() {
    return bytes;
  }

  /** What it lists, as published. */
  Set<String> addresses() {
    return addresses.keySet();
  }

  /** What an address of it means: the keys it is listed under, derived ones included. */
  Set<AddressKey> keys(String address) {
    return addresses.get(address);
  }

  /** Whether wallets that are left out are counted instead of named. */
  boolean countsWhatItLeavesOut() {
    return !format.sweeps();
  }

  /** Whether it is listed as bare text, because nothing proves it to be an address. */
  boolean isText(String address) {
    return keys(address).stream().anyMatch(key -> key.kind() == AddressKey.Kind.TEXT);
  }

  /** Reads these bytes in the place of the sound ones. */
  Publication read(byte[] damaged) throws IOException, ListRefused {
    ListReader reader = new ListReader(format, ANY, Optional.empty());
    ByteArrayInputStream file = new ByteArrayInputStream(damaged);
    return companion.isPresent()
        ? reader.read(
            name, file, new Companion("comments", new ByteArrayInputStream(companion.get())))
        : reader.read(name, file);
  }

  private static FuzzSample published(String file) throws IOException, ListRefused {
    return of(file, Files.readAllBytes(PUBLISHED.resolve(file)), Optional.empty());
  }

  /** The first entries of a long file, one of them with an address: the real ones have none. */
  private static FuzzSample unitedNations() throws IOException, ListRefused {
    String whole = Files.readString(PUBLISHED.resolve("un-consolidated-2026-02.xml"));
    int end = whole.indexOf("<INDIVIDUAL>", 20_000);
    String text =
        whole
                .substring(0, end)
                .replaceFirst(
                    "</COMMENTS1>", " Wallet TUCsTq7TofTCJRRoHk6RvhMoS2mJLm5Yzq.</COMMENTS1>")
            + "</INDIVIDUALS></CONSOLIDATED_LIST>";
    return of("un-consolidated-2026-02.xml", text.getBytes(UTF_8), Optional.empty());
  }

  /** Some of the entries with an address, and some without. */
  private static FuzzSample remarks() throws IOException, ListRefused {
    List<String> lines = Files.readAllLines(PUBLISHED.resolve("ofac-sdn-2024-05-03.csv"));
    String text =
        Stream.concat(
                lines.stream().filter(line -> line.contains("Digital Currency")).limit(20),
                lines.stream().filter(line -> !line.contains("Digital Currency")).limit(20))
            .collect(Collectors.joining("\r\n", "", "\r\n"));
    return of(
        "ofac-sdn-2024-05-03.csv",
        text.getBytes(UTF_8),
        Optional.of(Files.readAllBytes(PUBLISHED.resolve("ofac-sdn_comments-2025-02.csv"))));
  }

  private static FuzzSample of(String name, byte[] bytes, Optional<byte[]> companion)
      throws IOException, ListRefused {
    String head = new String(bytes, 0, Math.min(bytes.length, 8192), UTF_8);
    ListFormat format =
        ListFormats.all().stream().filter(each -> each.recognises(head)).findFirst().orElseThrow();
    return new FuzzSample(name, format, bytes, companion);
  }
}
