package io.weir.cli;

import static io.weir.cli.CommandFixture.weir;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.weir.avro.AvroSafety;
import io.weir.embedded.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OFAC's real changes of fourteen months, loaded publication by publication. */
class OfacReplayIT {
  private static final Path CHANGES =
      Path.of("..", "shared", "data", "lists", "ofac-changes-2024-09_to_2025-11.csv");

  /** The day on which the delisting of Tornado Cash was seen. */
  private static final String DELISTING = "2025-03-22";

  @TempDir private Path folder;

  /** By address, what the changes so far say of it. */
  private final Map<String, Map<String, String>> implied = new TreeMap<>();

  private EmbeddedKafka kafka;

  @Test
  void shouldHoldAfterEachPublicationWhatTheChangesImply() throws IOException {
    assumeTrue(Files.exists(CHANGES));
    AvroSafety.apply();
    Map<String, List<Map<String, String>>> days = changesByDay();
    // What is withdrawn was listed before; nothing is withdrawn that the file itself added.
    days.values().stream()
        .flatMap(List::stream)
        .filter(change -> change.get("change").equals("remove"))
        .forEach(change -> implied.put(change.get("address"), change));

    try (EmbeddedKafka started = EmbeddedKafka.start(folder.resolve("kafka"))) {
      kafka = started;
      assertThat(command("topics", "create").exitCode()).isZero();
      assertThat(load("2024-09-26").exitCode()).isZero();
      for (Map.Entry<String, List<Map<String, String>>> day : days.entrySet()) {
        day.getValue().forEach(this::apply);
        if (day.getKey().equals(DELISTING)) {
          assertRefusedUntilRemovalsAreAccepted();
        } else {
          CommandFixture load = load(day.getKey());
          assertThat(load.exitCode()).as(load.err()).isZero();
        }
        assertThat(inForce()).as(day.getKey()).isEqualTo(implied.keySet());
      }
    }
    // cut -d, -f2 FILE | sort | uniq -c: 185 additions and 90 removals.
    assertThat(implied).hasSize(185);
  }

  private void assertRefusedUntilRemovalsAreAccepted() throws IOException {
    Set<String> before = inForce();

    CommandFixture refused = load(DELISTING);

    assertThat(refused.exitCode()).isEqualTo(16);
    assertThat(refused.out()).contains("TORNADO CASH", "Nothing was published.");
    assertThat(refused.err())
        .contains("would withdraw 90 of 154 listings of OFAC/SDN", "--accept-removals");
    assertThat(inForce()).isEqualTo(before);
    assertThat(load(DELISTING, "--accept-removals").exitCode()).isZero();
  }

  private void apply(Map<String, String> change) {
    if (change.get("change").equals("add")) {
      assertThat(implied.put(change.get("address"), change)).as(change.toString()).isNull();
    } else {
      assertThat(implied.remove(change.get("address"))).as(change.toString()).isNotNull();
    }
  }

  /** Loads a whole list, as of a day, in Weir's CSV. */
  private CommandFixture load(String day, String... options) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("entry_id,name,programs,address,asset_label,listed_on");
    implied.forEach(
        (address, change) ->
            lines.add(
                String.join(
                    ",",
                    change.get("uid"),
                    '"' + change.get("entity") + '"',
                    change.get("program").replace(", ", ";"),
                    address,
                    change.get("asset"),
                    "")));
    Path csv = Files.write(folder.resolve("sdn-" + day + ".csv"), lines);
    return command(
        Stream.of(
                Stream.of("lists", "load", csv.toString(), "--authority", "OFAC", "--list", "SDN"),
                Stream.of("--published-on", day),
                Arrays.stream(options))
            .flatMap(part -> part)
            .toArray(String[]::new));
  }

  /** The published addresses in force, derived ones left out. */
  private Set<String> inForce() throws IOException {
    CommandFixture show = command("lists", "show", "--json");
    assertThat(show.exitCode()).as(show.err()).isZero();
    Set<String> addresses = new TreeSet<>();
    for (JsonNode listing : new ObjectMapper().readTree(show.out()).get("listings")) {
      if (listing.get("derivation").isNull()) {
        assertThat(addresses.add(listing.get("address").textValue())).isTrue();
      }
    }
    return addresses;
  }

  private CommandFixture command(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--bootstrap", kafka.bootstrapServers()));
    if (!args[0].equals("topics")) {
      all.addAll(List.of("--registry", kafka.registryUrl()));
    }
    return weir(all.toArray(String[]::new));
  }

  private static Map<String, List<Map<String, String>>> changesByDay() throws IOException {
    Map<String, List<Map<String, String>>> days = new LinkedHashMap<>();
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(CHANGES.toFile())) {
      while (rows.hasNext()) {
        Map<String, String> row = rows.next();
        days.computeIfAbsent(row.get("seen_on"), day -> new ArrayList<>()).add(row);
      }
    }
    return days;
  }
}
