package io.weir.cli;

import static io.weir.cli.CommandFixture.weir;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import io.weir.avro.AvroSafety;
import io.weir.embedded.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListsCommandIT {
  private static final String FIXTURES = "src/test/resources/fixtures/lists/";
  private static final String SDN = FIXTURES + "sdn-small.xml";
  private static final String OLDER = FIXTURES + "sdn-old-namespace.xml";
  private static final String LISTED = "0x098b716b8aaf21512996dc57eb0615e2383e2f96";
  private static final String NOT_LISTED = "0x1111111111111111111111111111111111111111";
  private static final String[] KOREA = {"--authority", "KR", "--list", "MOFA"};

  private static EmbeddedKafka kafka;

  @TempDir private Path folder;
  private String prefix;

  @BeforeAll
  static void start(@TempDir Path data) {
    AvroSafety.apply();
    kafka = EmbeddedKafka.start(data);
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @BeforeEach
  void createTopics() {
    prefix = UUID.randomUUID() + ".";
    assertThat(command("topics", "create").exitCode()).isZero();
  }

  @Test
  void shouldLoadShowAndCheck() {
    CommandFixture load = command("lists", "load", SDN);
    assertThat(load.exitCode()).as(load.err()).isZero();
    assertThat(load.out().lines())
        .startsWith(
            "OFAC/SDN: sdn-small.xml, published on 2026-03-07, 6 addresses of 4 entries",
            "In force: nothing of this list",
            "",
            "LISTINGS   ALL  DERIVED",
            "added      9    2")
        .contains("Published: 7 rows and the manifest, in one transaction.");

    CommandFixture show = command("lists", "show");
    assertThat(show.exitCode()).isZero();
    assertThat(show.out()).contains("2026-03-07", "Second PERSON", "(p2sh-p2wpkh)");

    assertThat(command("lists", "show", "--address", LISTED).out())
        .contains("FIRST & SONS")
        .doesNotContain("Second PERSON");
    assertThat(command("lists", "show", "--authority", "EU").out()).doesNotContain("FIRST & SONS");
    assertThat(command("check", LISTED).exitCode()).isEqualTo(1);
    assertThat(command("check", LISTED).out()).contains("OFAC/SDN 100 FIRST & SONS");
    assertThat(command("check", NOT_LISTED).exitCode()).isZero();
  }

  @Test
  void shouldPublishNothingOnADryRun() {
    CommandFixture dry = command("lists", "load", "--dry-run", SDN);

    assertThat(dry.exitCode()).isZero();
    assertThat(dry.out()).contains("added      9", "Nothing was published.");
    assertThat(command("lists", "show").exitCode()).isEqualTo(12);
  }

  @Test
  void shouldKeepTheListsOfAuthoritiesApart() throws Exception {
    command("lists", "load", SDN);
    Path first = csv("1,Lazarus,DPRK," + LISTED + ",ETH,\n2,Other,," + NOT_LISTED + ",ETH,\n");
    Path second = csv("2,Other,," + NOT_LISTED + ",ETH,\n");

    assertThat(korea(first).exitCode()).isZero();
    assertThat(command("check", LISTED).out()).contains("OFAC/SDN 100", "KR/MOFA 1");
    JsonNode change = json(korea(second, "--json"));

    assertThat(change.get("removed")).hasSize(1);
    assertThat(change.get("unchanged").intValue()).isEqualTo(1);
    assertThat(command("check", LISTED).out()).contains("OFAC/SDN 100").doesNotContain("KR/MOFA 1");
  }

  @Test
  void shouldRefuseAnOlderListAndSayHowToOverrule() {
    command("lists", "load", SDN);

    CommandFixture older = command("lists", "load", OLDER);
    assertThat(older.exitCode()).isEqualTo(16);
    assertThat(older.out()).contains("Nothing was published.");
    assertThat(older.err()).contains("published on 2024-05-03", "--accept-removals");
    assertThat(command("lists", "show").out()).contains("Second PERSON");

    assertThat(command("lists", "load", "--accept-removals", OLDER).exitCode()).isZero();
    assertThat(command("lists", "show").out()).doesNotContain("Second PERSON");
  }

  @Test
  void shouldRefuseAnotherHash() {
    CommandFixture load = command("lists", "load", "--sha256", "0".repeat(64), SDN);

    assertThat(load.exitCode()).isEqualTo(16);
    assertThat(load.err()).contains("its SHA-256 is");
  }

  @Test
  void shouldTellEverythingToPrograms() throws Exception {
    JsonNode load = json(command("lists", "load", "--json", SDN));

    assertThat(load.get("published").booleanValue()).isTrue();
    assertThat(load.get("refused").isNull()).isTrue();
    assertThat(load.get("added")).hasSize(9);
    // Four rows with a flaw, and an address that stands where the format expects none.
    assertThat(load.get("notices")).hasSize(5);
    JsonNode show = json(command("lists", "show", "--json"));
    assertThat(show.get("listings")).hasSize(9);
    assertThat(show.get("lists").get(0).get("source").get("sha256"))
        .isEqualTo(load.get("source").get("sha256"));
  }

  @Test
  void shouldNameTheCommandWhenTheTopicsAreMissing() {
    prefix = "absent.";

    CommandFixture load = command("lists", "load", SDN);

    assertThat(load.exitCode()).isEqualTo(11);
    assertThat(load.err()).contains("absent.sanctioned-addresses", "weir topics create");
  }

  @Test
  void shouldRefuseToCheckAgainstAnEmptyTopic() {
    CommandFixture check = command("check", LISTED);

    assertThat(check.exitCode()).isEqualTo(12);
    assertThat(check.err()).contains("weir lists load");
  }

  @Test
  void shouldNotReadALargeFileAgainThatIsInForce() throws Exception {
    String name = "Long name of an entry ".repeat(25);
    StringBuilder rows = new StringBuilder();
    for (int row = 0; row < 2000; row++) {
      String address = String.format(Locale.ROOT, "0x%040x", row + 1);
      rows.append(row).append(',').append(name).append(",,").append(address).append(",ETH,\n");
    }
    Path large = csv(rows.toString());
    korea(large);

    CommandFixture again = korea(large);
    assertThat(again.exitCode()).isZero();
    assertThat(again.out())
        .contains(".csv is the publication in force", "2000 listings stay as they are")
        .contains("Published: the manifest alone");
    JsonNode told = json(korea(large, "--json"));
    assertThat(told.get("unchanged").intValue()).isEqualTo(2000);
    assertThat(told.get("published").booleanValue()).isTrue();
    assertThat(told.get("notices").isNull()).isTrue();
    JsonNode read = json(korea(large, "--json", "--restart-history"));
    assertThat(ImmutableList.copyOf(told.fieldNames()))
        .containsExactlyElementsOf(ImmutableList.copyOf(read.fieldNames()));
    assertThat(korea(large, "--dry-run").out()).contains("unchanged  2000");
    assertThat(korea(large, "--sha256", "0".repeat(64)).exitCode()).isEqualTo(16);
    command("lists", "load", SDN);
    assertThat(korea(large).out()).contains("unchanged  2000");
  }

  private CommandFixture korea(Path file, String... more) {
    List<String> args = new ArrayList<>(List.of("lists", "load", file.toString()));
    args.addAll(List.of(KOREA));
    args.addAll(List.of(more));
    return command(args.toArray(String[]::new));
  }

  private CommandFixture command(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--bootstrap", kafka.bootstrapServers()));
    if (!args[0].equals("topics")) {
      all.addAll(List.of("--registry", kafka.registryUrl()));
    }
    all.addAll(List.of("--set", "weir.topics.prefix=" + prefix));
    return weir(all.toArray(String[]::new));
  }

  private Path csv(String rows) throws IOException {
    return Files.writeString(
        folder.resolve(UUID.randomUUID() + ".csv"),
        "entry_id,name,programs,address,asset_label,listed_on\n" + rows);
  }

  private static JsonNode json(CommandFixture command) throws IOException {
    return new ObjectMapper().readTree(command.out());
  }
}
