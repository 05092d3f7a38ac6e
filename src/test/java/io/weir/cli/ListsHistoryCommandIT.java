package io.weir.cli;

import static io.weir.cli.CommandFixture.weir;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.avro.AvroSafety;
import io.weir.embedded.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListsHistoryCommandIT {
  private static final String FIXTURES = "src/test/resources/fixtures/lists/";
  private static final String SDN = FIXTURES + "sdn-small.xml";
  private static final String OLDER = FIXTURES + "sdn-old-namespace.xml";
  private static final String ONE = "0x" + "1".repeat(40);
  private static final String TWO = "0x" + "2".repeat(40);
  private static final String THREE = "0x" + "3".repeat(40);
  private static final String LAZARUS_ONE = "1,Lazarus,DPRK," + ONE + ",ETH,\n";
  private static final String OTHER_TWO = "2,Other,," + TWO + ",ETH,\n";

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
  void shouldShowWhatWasPublishedAndWhatWasRefused() throws Exception {
    assertThat(command("lists", "load", SDN).exitCode()).isZero();
    assertThat(korea(LAZARUS_ONE).exitCode()).isZero();
    assertThat(command("lists", "load", OLDER).exitCode()).isEqualTo(16);

    List<String> table = command("lists", "history").out().lines().toList();
    assertThat(table.get(0)).startsWith("TIME").endsWith("IN FORCE  REMARK");
    assertThat(table.get(1)).contains("OFAC/SDN", "refused, OLDER: ", "--additions-only");
    assertThat(table.get(2)).contains("KR/MOFA", "its history begins");
    assertThat(table.get(3)).contains("OFAC/SDN", "2026-03-07");
    assertThat(table).hasSize(4);

    JsonNode first = json(command("lists", "history", "--json")).get(2);
    assertThat(first.get("added").intValue()).isEqualTo(9);
    assertThat(first.get("in_force").intValue()).isEqualTo(9);
    assertThat(table.get(3))
        .contains(first.get("source").get("sha256").textValue().substring(0, 12));
    assertThat(json(command("lists", "history", "--json", "--limit", "1"))).hasSize(1);
    assertThat(json(command("lists", "history", "--json", "--list", "MOFA"))).hasSize(1);
    assertThat(json(command("lists", "history", "--json", "--authority", "EU"))).isEmpty();
    assertThat(
            json(command("lists", "status", "--json"))
                .get("lists")
                .get(1)
                .get("refusals")
                .intValue())
        .isEqualTo(1);
  }

  @Test
  void shouldShowWhatWasInForce() throws Exception {
    korea(LAZARUS_ONE + OTHER_TWO);
    String then = loadedAt();
    korea(LAZARUS_ONE.replace("Lazarus", "Lazarus Group"));

    CommandFixture before = command("lists", "show", "--as-of", then);
    assertThat(before.exitCode()).as(before.err()).isZero();
    assertThat(before.out())
        .startsWith("In force at " + then + ", by the history:")
        .contains("Lazarus  ", "Other")
        .doesNotContain("Lazarus Group");
    CommandFixture now = command("lists", "show", "--json", "--as-of", loadedAt());
    assertThat(json(now).get("listings")).hasSize(1);
    assertThat(json(now).get("unknown")).isEmpty();
    assertThat(json(now).get("lists"))
        .isEqualTo(json(command("lists", "show", "--json")).get("lists"));
    assertThat(command("lists", "show", "--as-of", then, "--address", ONE).out())
        .contains("Lazarus")
        .doesNotContain("Other");
  }

  @Test
  void shouldClaimNothingOfATimeThatTheHistoryDoesNotTell() {
    korea(LAZARUS_ONE);

    CommandFixture before = command("lists", "show", "--as-of", "2025-11-04", "--json");

    assertThat(before.exitCode()).isEqualTo(19);
    assertThat(before.out()).isEmpty();
    assertThat(before.err())
        .startsWith(
            "KR/MOFA: what was in force at the end of 2025-11-04 in UTC is not known: the history"
                + " begins at ");
    assertThat(command("lists", "show", "--as-of", "2999-01-01").exitCode()).isEqualTo(2);
    assertThat(command("lists", "show", "--as-of", "yesterday").err())
        .startsWith("--as-of: Expected a day such as 2026-03-07 or a time such as");
    prefix = UUID.randomUUID() + ".";
    command("topics", "create");
    assertThat(command("lists", "show", "--as-of", "2025-11-04").exitCode()).isEqualTo(19);
  }

  @Test
  void shouldTakeTheAdditionsOfASuspiciousPublicationAlone() throws Exception {
    korea(many(40) + LAZARUS_ONE);
    String suspicious =
        LAZARUS_ONE.replace("Lazarus", "Lazarus Group") + "3,New,," + THREE + ",ETH,\n";
    assertThat(korea(suspicious).exitCode()).isEqualTo(16);

    CommandFixture load = korea(suspicious, "--additions-only");

    assertThat(load.exitCode()).as(load.err()).isZero();
    assertThat(load.out())
        .contains(
            "added        1    0",
            "amended      0    0",
            "removed      0    0",
            "unchanged    41",
            "not amended  1    0",
            "not removed  40   0",
            "Suspicious, so its additions alone: ",
            "would withdraw 40 of 41 listings of KR/MOFA",
            "Published: 1 rows and the manifest, in one transaction.");
    assertThat(command("check", THREE).exitCode()).isEqualTo(1);
    assertThat(command("lists", "show").out())
        .contains("Lazarus  ")
        .doesNotContain("Lazarus Group");
    assertThat(command("lists", "history").out()).contains("additions only");
    JsonNode again = json(korea(suspicious, "--additions-only", "--json"));
    assertThat(again.get("left_out").get("removed")).hasSize(40);
    assertThat(again.get("left_out").get("amended").get(0).get("changed").get(0).textValue())
        .isEqualTo("name");
    assertThat(again.get("suspicious").textValue()).isEqualTo("SHRUNK");
    assertThat(again.get("added")).isEmpty();
    assertThat(korea(suspicious, "--additions-only", "--accept-removals").exitCode()).isEqualTo(2);
    assertThat(korea(suspicious, "--accept-removals").exitCode()).isZero();
    assertThat(json(command("lists", "show", "--json")).get("listings")).hasSize(2);
  }

  @Test
  void shouldSayWhichFieldsWereAmended() {
    korea(LAZARUS_ONE);

    CommandFixture load = korea(LAZARUS_ONE.replace("Lazarus,DPRK", "Lazarus Group,DPRK;CYBER"));

    assertThat(load.out())
        .containsPattern("amended +1 +Lazarus Group +0x1+ +ETH +name, programs\n");
  }

  @Test
  void shouldWithdrawAListThatOneNoLongerSubscribesTo() throws Exception {
    korea(LAZARUS_ONE);
    assertThat(command("lists", "drop", "KR/MOFA", "--yes").exitCode()).isEqualTo(12);
    assertThat(command("lists", "drop", "KR/MOFA", "--yes").err()).contains("--leave-nothing");
    command("lists", "load", SDN);

    CommandFixture asked = command("lists", "drop", "KR/MOFA");
    assertThat(asked.exitCode()).isEqualTo(2);
    assertThat(asked.out()).contains("removed    1    0", "Repeat the command with --yes");
    assertThat(command("check", ONE).exitCode()).isEqualTo(1);
    CommandFixture drop = command("lists", "drop", "KR/MOFA", "--yes");

    assertThat(drop.exitCode()).as(drop.err()).isZero();
    assertThat(command("check", ONE).exitCode()).isZero();
    assertThat(json(command("lists", "status", "--json")).get("lists")).hasSize(1);
    assertThat(command("lists", "history").out()).contains("withdrawn as a whole");
    assertThat(command("lists", "drop", "KR/MOFA", "--yes").exitCode()).isEqualTo(12);
    assertThat(command("lists", "drop", "KR", "--yes").exitCode()).isEqualTo(2);
    assertThat(command("lists", "drop", "OFAC/SDN", "--yes", "--leave-nothing").exitCode())
        .isZero();
    assertThat(command("lists", "show").exitCode()).isEqualTo(12);
  }

  @Test
  void shouldCountWhatCannotBeRead() throws Exception {
    Path page = Files.writeString(folder.resolve("sdn.xml"), "<html>Not found</html>");
    command("lists", "load", SDN);

    String[] load = {"lists", "load", page.toString(), "--format", "ofac-sdn-xml"};
    assertThat(command(and(load, "--dry-run")).exitCode()).isEqualTo(16);
    CommandFixture refused = command(load);

    assertThat(refused.exitCode()).isEqualTo(16);
    assertThat(refused.err().lines()).singleElement().asString().contains("is a web page");
    assertThat(command("lists", "load", "--sha256", "0".repeat(64), SDN).exitCode()).isEqualTo(16);
    assertThat(json(command("lists", "history", "--json")))
        .extracting(event -> event.get("refusal").path("reason").textValue())
        .containsExactly("SHA256_MISMATCH", "NOT_THIS_FORMAT", null);
    JsonNode status = json(command("lists", "status", "--json")).get("lists").get(0);
    assertThat(status.get("refusals").intValue()).isEqualTo(2);
  }

  @Test
  void shouldEndWith16WhetherOrNotTheRefusalCanBeCounted() throws Exception {
    Path page = Files.writeString(folder.resolve("sdn.xml"), "<html>Not found</html>");
    String[] load = {"lists", "load", page.toString(), "--format", "ofac-sdn-xml"};

    CommandFixture alone = weir(load);
    assertThat(alone.exitCode()).isEqualTo(16);
    assertThat(alone.err().lines()).hasSize(1);
    prefix = "absent.";
    CommandFixture uncounted = command(load);
    assertThat(uncounted.exitCode()).isEqualTo(16);
    assertThat(uncounted.err().lines().toList().get(0))
        .startsWith("The refusal is not counted: The topic absent.");
    assertThat(uncounted.err().lines().toList().get(1)).contains("is a web page");
    CommandFixture deaf =
        weir(
            and(
                load,
                "--bootstrap",
                "127.0.0.1:1",
                "--registry",
                kafka.registryUrl(),
                "--set",
                "weir.start.timeout.ms=1000"));
    assertThat(deaf.exitCode()).isEqualTo(16);
    assertThat(deaf.err()).startsWith("The refusal is not counted: No Kafka broker answered");
  }

  private CommandFixture korea(String rows, String... more) {
    try {
      Path csv =
          Files.writeString(
              folder.resolve("list.csv"),
              "entry_id,name,programs,address,asset_label,listed_on\n" + rows);
      return command(
          and(
              new String[] {"lists", "load", csv.toString(), "--authority", "KR", "--list", "MOFA"},
              more));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String loadedAt() throws IOException {
    return json(command("lists", "show", "--json"))
        .get("lists")
        .get(0)
        .get("loaded_at")
        .textValue();
  }

  private static String many(int rows) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      text.append("9,Many,,0x").append(String.format("%040x", i)).append(",ETH,\n");
    }
    return text.toString();
  }

  private static String[] and(String[] args, String... more) {
    List<String> all = new ArrayList<>(Arrays.asList(args));
    all.addAll(Arrays.asList(more));
    return all.toArray(String[]::new);
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

  private static JsonNode json(CommandFixture command) throws IOException {
    return new ObjectMapper().readTree(command.out());
  }
}
