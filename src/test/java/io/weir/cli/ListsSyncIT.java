package io.weir.cli;

import static io.weir.cli.CommandFixture.weir;
import static io.weir.sources.ScriptedServer.file;
import static io.weir.sources.ScriptedServer.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.avro.AvroSafety;
import io.weir.embedded.EmbeddedKafka;
import io.weir.sources.ScriptedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListsSyncIT {
  private static final Path FIXTURES = Path.of("src/test/resources/fixtures/lists");
  private static final String LISTED = "0x098b716b8aaf21512996dc57eb0615e2383e2f96";
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static EmbeddedKafka kafka;

  @TempDir private Path folder;
  private final ScriptedServer ofac = new ScriptedServer(sdn("ETag: \"march\""));
  private final ScriptedServer own = new ScriptedServer(file(csv(1)));
  private String prefix;
  private Path sources;

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
  void createTopics() throws IOException {
    prefix = UUID.randomUUID() + ".";
    assertThat(command("topics", "create").exitCode()).isZero();
    sources =
        Files.writeString(
            folder.resolve("lists.yaml"),
            """
            lists:
              - {list: OFAC/SDN, format: ofac-sdn-xml, url: "%s"}
              - {list: OWN/WATCH, format: csv, url: "%s"}
            """
                .replaceFirst("%s", ofac.url("/sdn.xml?token=s3cret"))
                .replaceFirst("%s", own.url("/watch.csv")));
  }

  @AfterEach
  void closeServers() {
    ofac.close();
    own.close();
  }

  @Test
  void shouldPublishOnceAndThenOnlyWriteDownThatItLooked() throws IOException {
    CommandFixture first = sync();

    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out().lines())
        .containsExactly(
            "LIST       RESULT     ADDED  AMENDED  REMOVED  PUBLISHED ON",
            "OFAC/SDN   published  9      0        0        2026-03-07",
            "OWN/WATCH  published  1      0        0");
    assertThat(first.err()).isEmpty();
    JsonNode before = inForce("OFAC/SDN");
    long rows = end("sanctioned-addresses");
    long history = end("listing-history");

    ofac.then(status("304 Not Modified"));
    CommandFixture second = sync();

    assertThat(second.exitCode()).as(second.err()).isZero();
    assertThat(second.out().lines())
        .contains(
            "OFAC/SDN   unchanged  0      0        0        2026-03-07",
            "OWN/WATCH  unchanged  0      0        0");
    assertThat(ofac.requests()).hasSize(2).last().asString().contains("If-None-Match: \"march\"");
    assertThat(end("sanctioned-addresses")).isEqualTo(rows);
    assertThat(end("listing-history")).isEqualTo(history);
    JsonNode after = inForce("OFAC/SDN");
    assertThat(loadedAt(after)).isAfter(loadedAt(before));
    assertThat(after.get("source")).isEqualTo(before.get("source"));
    assertThat(after.get("source").get("uri").textValue()).doesNotContain("s3cret");
  }

  @Test
  void shouldReadWhatCameFromElsewhereBefore() {
    command("lists", "load", FIXTURES.resolve("sdn-small.xml").toString());

    assertThat(sync("--only", "OFAC/SDN").exitCode()).isZero();

    assertThat(ofac.requests()).singleElement().asString().doesNotContain("If-None-Match");
  }

  /** Somebody else wrote to the topic; a server that says "not changed" says nothing about that. */
  @Test
  void shouldReadAgainWhatIsNoLongerWhatTheLastLoadLeft() throws Exception {
    sync();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      byte[] key = ("account:" + LISTED.substring(2)).getBytes(UTF_8);
      producer.send(new ProducerRecord<>(prefix + "sanctioned-addresses", key, null)).get();
    }
    assertThat(command("check", LISTED).exitCode()).isZero();

    CommandFixture sync = sync("--only", "OFAC/SDN");

    assertThat(sync.out()).contains("OFAC/SDN  published  1 ");
    assertThat(ofac.requests()).hasSize(2).last().asString().doesNotContain("If-None-Match");
    assertThat(command("check", LISTED).exitCode()).isEqualTo(1);
  }

  @Test
  void shouldKeepTheListInForceWhenItsServerIsBroken() {
    sync();

    ofac.then(status("404 Not Found"));
    CommandFixture broken = sync();

    assertThat(broken.exitCode()).isEqualTo(18);
    assertThat(broken.out()).contains("OFAC/SDN   not fetched: NOT_GIVEN", "OWN/WATCH  unchanged");
    assertThat(broken.err())
        .contains("OFAC/SDN: http://127.0.0.1:", "status 404")
        .doesNotContain("s3cret");
    assertThat(command("check", LISTED).exitCode()).isEqualTo(1);
  }

  @Test
  void shouldPublishTheOthersWhenOneSourceIsBroken() {
    ofac.then(status("404 Not Found"));

    CommandFixture sync = sync();

    assertThat(sync.exitCode()).isEqualTo(18);
    assertThat(sync.out()).contains("OWN/WATCH  published");
  }

  @Test
  void shouldKeepTheListInForceAndRememberARefusal() throws IOException {
    own.then(file(csv(100)), file(csv(2)));
    sync();

    CommandFixture refused = sync();

    assertThat(refused.exitCode()).isEqualTo(16);
    assertThat(refused.out()).contains("OWN/WATCH  refused: SHRUNK", "OFAC/SDN   unchanged");
    assertThat(refused.err()).contains("OWN/WATCH: ", "98 of 100");
    JsonNode status = inForce("OWN/WATCH");
    assertThat(status.get("addresses").intValue()).isEqualTo(100);
    assertThat(status.get("refusals").intValue()).isEqualTo(1);
    assertThat(status.toString()).contains("SHRUNK");
  }

  @Test
  void shouldPublishWhatAPersonHasLookedAt() throws IOException {
    own.then(file(csv(100)), file(csv(2)));
    sync();
    assertThat(sync("--accept-removals").exitCode()).isEqualTo(2);

    CommandFixture accepted = sync("--only", "OWN/WATCH", "--accept-removals");

    assertThat(accepted.exitCode()).as(accepted.err()).isZero();
    assertThat(accepted.out()).contains("OWN/WATCH  published  0      0        98");
    assertThat(inForce("OWN/WATCH").get("addresses").intValue()).isEqualTo(2);
  }

  @Test
  void shouldGoOnFromWhatWasLoadedFromTheSameUrl() {
    String url = ofac.url("/sdn.xml?token=s3cret");
    CommandFixture load = command("lists", "load", url);
    assertThat(load.exitCode()).as(load.err()).isZero();
    assertThat(load.out()).contains("sdn.xml?token=hidden~").doesNotContain("s3cret");

    ofac.then(status("304 Not Modified"));

    assertThat(sync("--only", "OFAC/SDN").out()).contains("OFAC/SDN  unchanged");
    assertThat(ofac.requests()).last().asString().contains("If-None-Match: \"march\"");
  }

  @Test
  void shouldPublishNothingOnADryRun() throws IOException {
    CommandFixture dry = sync("--dry-run", "--json", "--only", "OFAC/SDN");

    assertThat(dry.exitCode()).as(dry.err()).isZero();
    JsonNode result = new ObjectMapper().readTree(dry.out());
    assertThat(result).hasSize(1);
    assertThat(result.get(0).get("added").intValue()).isEqualTo(9);
    assertThat(result.get(0).get("dry_run").booleanValue()).isTrue();
    assertThat(own.requests()).isEmpty();
    assertThat(command("lists", "show").exitCode()).isEqualTo(12);
  }

  @Test
  void shouldNameTheListsThereAre() {
    CommandFixture sync = sync("--only", "EU/FSF");

    assertThat(sync.exitCode()).isEqualTo(2);
    assertThat(sync.err()).contains("--only expects one of OFAC/SDN, OWN/WATCH");
  }

  @Test
  void shouldWatchUntilToldToStop() throws Exception {
    own.then(status("404 Not Found"));
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path log = folder.resolve("watch.log");
    Process process = watch(port, log);
    try {
      await("both were looked for")
          .atMost(LIMIT)
          .failFast(() -> assertThat(process.isAlive()).as(Files.readString(log)).isTrue())
          .ignoreExceptions()
          .until(() -> get(port, "/health/ready").body().startsWith("WATCHING"));

      HttpResponse<String> ready = get(port, "/health/ready");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body().lines().findFirst()).contains("WATCHING OWN/WATCH:NOT_FETCHED");
      assertThat(get(port, "/metrics").body())
          .containsPattern("weir_source_looks_total\\{authority=\"OFAC\",.*PUBLISHED.* 1")
          .containsPattern("weir_source_looks_total\\{authority=\"OWN\",.*NOT_GIVEN.* 1")
          .containsPattern("weir_source_looks_total\\{authority=\"OWN\",.*SHRUNK.* 0");
      assertThat(command("check", LISTED).exitCode()).isEqualTo(1);
    } finally {
      process.destroy();
    }
    assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    assertThat(Files.readString(log)).doesNotContain("s3cret", "Exception");
  }

  private Process watch(int port, Path log) throws IOException {
    String jar = System.getProperty("weir.jar");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        jar == null
            ? List.of("-cp", System.getProperty("java.class.path"), "io.weir.cli.Main")
            : List.of("-jar", jar));
    command.addAll(
        List.of(
            arguments(
                "lists",
                "sync",
                "--watch",
                "--set",
                "weir.http.port=" + port,
                "--set",
                sourcesKey())));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static HttpResponse<String> get(int port, String path)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            BodyHandlers.ofString());
  }

  private CommandFixture sync(String... more) {
    List<String> arguments = new ArrayList<>(List.of("lists", "sync", "--set", sourcesKey()));
    arguments.addAll(List.of(more));
    return command(arguments.toArray(String[]::new));
  }

  private String sourcesKey() {
    return "weir.lists.file=" + sources;
  }

  private CommandFixture command(String... args) {
    return weir(arguments(args));
  }

  private String[] arguments(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--bootstrap", kafka.bootstrapServers()));
    if (!args[0].equals("topics")) {
      all.addAll(List.of("--registry", kafka.registryUrl()));
    }
    all.addAll(List.of("--set", "weir.topics.prefix=" + prefix));
    return all.toArray(String[]::new);
  }

  /** What {@code weir lists status} says of one list. */
  private JsonNode inForce(String list) throws IOException {
    JsonNode lists =
        new ObjectMapper().readTree(command("lists", "status", "--json").out()).get("lists");
    for (JsonNode one : lists) {
      if (list.equals(one.get("authority").textValue() + "/" + one.get("list").textValue())) {
        return one;
      }
    }
    throw new AssertionError(list + " is not in " + lists);
  }

  private static Instant loadedAt(JsonNode status) {
    return Instant.parse(status.get("loaded_at").textValue());
  }

  private long end(String topic) {
    TopicPartition partition = new TopicPartition(prefix + topic, 0);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      return consumer.endOffsets(Set.of(partition)).get(partition);
    }
  }

  private static ScriptedServer.Answer sdn(String... headers) {
    try {
      return file(Files.readString(FIXTURES.resolve("sdn-small.xml")), headers);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** That many addresses of one entry. */
  private static String csv(int count) {
    StringBuilder text =
        new StringBuilder("entry_id,name,programs,address,asset_label,listed_on\n");
    for (int number = 1; number <= count; number++) {
      String hex = Integer.toHexString(number);
      text.append("1,Somebody,,0x").append("0".repeat(40 - hex.length())).append(hex);
      text.append(",ETH,\n");
    }
    return text.toString();
  }
}
