package io.weir.cli;

import static io.weir.cli.CommandFixture.weir;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.avro.AvroSafety;
import io.weir.embedded.EmbeddedKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListsStatusIT {
  private static final String FIXTURES = "src/test/resources/fixtures/lists/";
  private static final String SDN = FIXTURES + "sdn-small.xml";
  private static final String OLDER = FIXTURES + "sdn-old-namespace.xml";

  private static EmbeddedKafka kafka;
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
  void shouldEndWith12WhenNoListIsLoaded() {
    assertThat(command("lists", "status").exitCode()).isEqualTo(12);
  }

  @Test
  void shouldShowHowFreshAListIs() throws Exception {
    Instant before = Instant.now();
    load();

    CommandFixture status = command("lists", "status");
    assertThat(status.exitCode()).as(status.err()).isZero();
    assertThat(status.out().lines()).hasSize(2);
    assertThat(status.out().lines().skip(1))
        .singleElement()
        .asString()
        .matches("OFAC +SDN +2026-03-07 +20\\S+Z +0 min +3 d +fresh +6 +0");
    JsonNode json = new ObjectMapper().readTree(command("lists", "status", "--json").out());
    assertThat(json.get("fresh").booleanValue()).isTrue();
    JsonNode list = json.get("lists").get(0);
    assertThat(list.get("state").textValue()).isEqualTo("FRESH");
    assertThat(Instant.parse(list.get("loaded_at").textValue()))
        .isAfterOrEqualTo(before.minusMillis(1));
    assertThat(list.get("limit_seconds").longValue()).isEqualTo(Duration.ofDays(3).toSeconds());
    assertThat(list.get("refusals").intValue()).isZero();
    assertThat(list.get("last_refusal").isNull()).isTrue();
  }

  @Test
  void shouldEndWith17AndSayWhatToDoWhenAListIsStale() {
    load();

    CommandFixture status = command("lists", "status", "--set", "weir.lists.max.age.ms=1");

    assertThat(status.exitCode()).isEqualTo(17);
    assertThat(status.out())
        .contains("  stale  ", "OFAC/SDN was last found in force", "weir lists");
  }

  @Test
  void shouldEndWith17WhenAManifestCannotBeRead() throws Exception {
    load();
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer
          .send(new ProducerRecord<>(prefix + "list-manifests", "EU/FSF", new byte[] {1, 2}))
          .get();
    }

    CommandFixture status = command("lists", "status");

    assertThat(status.exitCode()).isEqualTo(17);
    assertThat(status.out())
        .containsPattern("EU +FSF +unknown +unknown +unknown +3 d +unknown")
        .contains("How old EU/FSF is cannot be told");
    assertThat(status.out()).containsPattern("OFAC +SDN .* fresh ");
  }

  @Test
  void shouldSayWhatWasRefusedAndWhatWasTakenInPart() throws Exception {
    load();
    assertThat(command("lists", "load", OLDER).exitCode()).isEqualTo(16);
    assertThat(command("lists", "load", "--additions-only", OLDER).exitCode()).isZero();

    String status = command("lists", "status").out();
    assertThat(status)
        .containsPattern("OFAC +SDN +2026-03-07 .* fresh +\\d+ +1\n")
        .contains(
            "OFAC/SDN: of sdn-old-namespace.xml, published on 2024-05-03, only the additions were"
                + " applied.")
        .containsPattern(
            "OFAC/SDN: last refused at 20\\S+Z, sdn-old-namespace.xml, OLDER\\. .*2024-05-03");
    JsonNode list =
        new ObjectMapper().readTree(command("lists", "status", "--json").out()).get("lists").get(0);
    assertThat(list.get("refusals").intValue()).isEqualTo(1);
    assertThat(list.get("last_refusal").get("reason").textValue()).isEqualTo("OLDER");
    assertThat(list.get("additions_from").get("published_on").textValue()).isEqualTo("2024-05-03");
  }

  private void load() {
    CommandFixture load = command("lists", "load", SDN);
    assertThat(load.exitCode()).as(load.err()).isZero();
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
}
