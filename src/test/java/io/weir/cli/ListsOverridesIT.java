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
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListsOverridesIT {
  private static final String SDN = "src/test/resources/fixtures/lists/sdn-small.xml";
  private static final String LISTED = "0x098B716B8Aaf21512996dC57EB0615e2383E2f96";
  private static final String TRON_OF_IT = "41098b716b8aaf21512996dc57eb0615e2383e2f96";
  private static final String SOMEBODY = "0x00000000219ab540356cBB839Cbe05303d7705Fa";
  private final LocalDate today = LocalDate.now(Clock.systemUTC());

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
  void shouldPublishDecisionsAndShowThemWhereverTheyMatter() throws Exception {
    assertThat(command("lists", "load", SDN).exitCode()).isZero();
    Path file = file(allow(LISTED, "2999-12-31"), deny(SOMEBODY, "never"));

    CommandFixture first = overrides(file);
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out())
        .containsPattern("allow +" + LISTED + " +Jane Doe +until 2999-12-31 +Letter of 2 November")
        .containsPattern("deny +" + SOMEBODY + " +Jane Doe +without end +Fraud")
        .containsPattern("added +2 +0")
        .contains("OWN/OVERRIDES", "Published: 2 rows and the manifest, in one transaction.");

    CommandFixture listed = command("check", LISTED);
    assertThat(listed.exitCode()).isEqualTo(1);
    assertThat(listed.out())
        .contains("LISTED", "OFAC/SDN 100 FIRST & SONS")
        .containsPattern(
            "override +allow by Jane Doe, until 2999-12-31: Letter of 2 November -> (\\d) of \\1"
                + " hits alerted with action MONITOR");
    assertThat(command("check", TRON_OF_IT).out())
        .contains("-> nothing here, for it is about " + LISTED);
    JsonNode denied = json(command("check", SOMEBODY, "--json")).get("addresses").get(0);
    assertThat(denied.get("verdict").textValue()).isEqualTo("LISTED");
    assertThat(denied.get("hits").get(0).get("listing").get("override").get("effect").textValue())
        .isEqualTo("DENY");
    assertThat(command("lists", "show", "--authority", "OWN").out())
        .containsPattern("OWN +OVERRIDES +allow-[0-9a-f]{16} +allow by Jane Doe, until 2999")
        .containsPattern("OWN +OVERRIDES +deny-[0-9a-f]{16} +deny by Jane Doe, without end");
    CommandFixture status = command("lists", "status");
    assertThat(status.exitCode()).isZero();
    assertThat(status.out())
        .containsPattern("OWN +OVERRIDES +unknown +\\S+ +0 min +none +fresh +2");

    assertThat(overrides(file(deny(SOMEBODY, "never"), allow(LISTED, "2999-12-31"))).out())
        .containsPattern("unchanged +2")
        .containsPattern("amended +0");
    assertThat(overrides(file(deny(SOMEBODY, "never"), allow(LISTED, "2998-12-31"))).out())
        .containsPattern("unchanged +1")
        .containsPattern("amended +1");
  }

  @Test
  void shouldPublishNothingOnADryRun() throws Exception {
    Path file = file(deny(SOMEBODY, "never"));

    JsonNode dry = json(command("lists", "overrides", file.toString(), "--dry-run", "--json"));

    assertThat(dry.get("added")).hasSize(1);
    assertThat(dry.get("published").booleanValue()).isFalse();
    assertThat(command("lists", "show").exitCode()).isEqualTo(12);
  }

  @Test
  void shouldNotTakeAListThatOnlyAllowsForAList() throws Exception {
    assertThat(overrides(file(allow(LISTED, "2999-12-31"))).exitCode()).isZero();

    assertThat(command("check", LISTED).exitCode()).isEqualTo(12);
    assertThat(command("lists", "show").exitCode()).isEqualTo(12);
    assertThat(overrides(file(deny(LISTED, "2020-01-01"))).exitCode()).isZero();
    assertThat(command("check", LISTED).exitCode()).isEqualTo(12);
    assertThat(overrides(file(deny(LISTED, "never"))).exitCode()).isZero();
    assertThat(command("check", LISTED).exitCode()).isEqualTo(1);
  }

  @Test
  void shouldNotLetAnEmptiedFileWithdrawEverythingUnlessToldTo() throws Exception {
    Path emptied = Files.writeString(folder.resolve("emptied.yaml"), "# nothing\n");
    assertThat(overrides(emptied).exitCode()).isZero();
    assertThat(command("lists", "status").exitCode()).as("nothing to say yet").isEqualTo(12);
    overrides(file(allow(LISTED, "2999-12-31"), deny(SOMEBODY, "never")));
    assertThat(overrides(file(deny(SOMEBODY, "never"))).exitCode())
        .as("one may go, it was taken out on purpose")
        .isZero();

    CommandFixture refused = overrides(emptied);
    assertThat(refused.exitCode()).isEqualTo(16);
    assertThat(refused.err()).contains("withdraw all of OWN/OVERRIDES", "--accept-removals");
    assertThat(command("check", SOMEBODY).exitCode()).isEqualTo(1);
    assertThat(command("lists", "status").out())
        .contains("OWN/OVERRIDES: last refused at ", ", emptied.yaml, NO_ADDRESSES. ");

    assertThat(overrides(emptied, "--accept-removals").exitCode()).isZero();
    assertThat(command("check", SOMEBODY).exitCode()).isEqualTo(12);
    assertThat(overrides(emptied).exitCode()).isZero();
  }

  @Test
  void shouldSayInTheStatusWhatHasExpiredAndWhatWillSoon() throws Exception {
    assertThat(
            overrides(
                    file(
                        deny(SOMEBODY, "2020-01-01"),
                        allow(LISTED, today.plusDays(13).toString()),
                        deny("1BgGZ9tcN4rm9KBzDn7KprQz87SZ26SAMH", today.plusDays(40).toString())))
                .exitCode())
        .isZero();

    CommandFixture status = command("lists", "status");
    assertThat(status.exitCode()).isZero();
    assertThat(status.out().lines())
        .contains(
            "OWN/OVERRIDES: 1 of 3 expired and hold no more:",
            "  " + SOMEBODY + "  deny by Jane Doe, expired after 2020-01-01: Fraud",
            "OWN/OVERRIDES: 1 of 3 expire within 14 days:",
            "  "
                + LISTED
                + "  allow by Jane Doe, until "
                + today.plusDays(13)
                + ": Letter of 2 November");
    JsonNode overrides = json(command("lists", "status", "--json")).get("overrides");
    assertThat(overrides.get("allow").intValue()).isEqualTo(1);
    assertThat(overrides.get("deny").intValue()).isEqualTo(2);
    assertThat(overrides.get("expired")).hasSize(1);
    assertThat(overrides.get("expiring")).hasSize(1);
  }

  @Test
  void shouldTakeTheFileThatTheConfigurationNames() throws Exception {
    Path file = file(deny(SOMEBODY, "never"));

    assertThat(command("lists", "overrides", "--set", "weir.overrides.file=" + file).exitCode())
        .isZero();
    CommandFixture unnamed = command("lists", "overrides");
    assertThat(unnamed.exitCode()).isEqualTo(10);
    assertThat(unnamed.err()).contains("weir.overrides.file is not set");
  }

  @Test
  void shouldTellEveryProblemOfTheFileBeforeAskingTheCluster() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("bad.yaml"),
            "overrides:\n  - {address: 0x12, effect: allow}\n  - {effect: deny}\n");

    CommandFixture refused = weir("lists", "overrides", file.toString());

    assertThat(refused.exitCode()).isEqualTo(10);
    assertThat(refused.err())
        .contains(
            file + ":2: override '0x12', address: ",
            file + ":2: override '0x12', expires: missing",
            file + ":3: override '', address: missing");
    assertThat(weir("lists", "overrides", "absent.yaml").err())
        .contains("absent.yaml cannot be read");
  }

  @Test
  void shouldNotLoadDecisionsFromAnotherFormat() throws Exception {
    Path csv =
        Files.writeString(
            folder.resolve("list.csv"),
            "entry_id,name,programs,address,asset_label,listed_on\n1,X,," + SOMEBODY + ",ETH,\n");

    CommandFixture load =
        command("lists", "load", csv.toString(), "--authority", "OWN", "--list", "OVERRIDES");

    assertThat(load.exitCode()).isEqualTo(2);
    assertThat(load.err()).contains("weir lists overrides");
  }

  private static String allow(String address, String last) {
    return entry(address, "allow", "Letter of 2 November", last);
  }

  private static String deny(String address, String last) {
    return entry(address, "deny", "Fraud", last);
  }

  private static String entry(String address, String effect, String reason, String last) {
    return "  - {address: %s, effect: %s, reason: %s, author: Jane Doe, expires: %s}%n"
        .formatted(address, effect, reason, last);
  }

  private Path file(String... entries) throws IOException {
    return Files.writeString(
        folder.resolve(UUID.randomUUID() + ".yaml"), "overrides:\n" + String.join("", entries));
  }

  private CommandFixture overrides(Path file, String... more) {
    List<String> args = new ArrayList<>(List.of("lists", "overrides", file.toString()));
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

  private static JsonNode json(CommandFixture command) throws IOException {
    return new ObjectMapper().readTree(command.out());
  }
}
