package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.weir.avro.AvroSafety;
import io.weir.embedded.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a user runs it, and its topics as an outside program reads them. */
class DemoCommandIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir private Path dir;

  @BeforeAll
  static void secureAvro() {
    AvroSafety.apply();
  }

  @Test
  void shouldAgreeWithItsTopicsInEveryRunAndLeaveThemToOutsideReaders() {
    String data = dir.resolve("data").toString();

    CommandFixture first = CommandFixture.weir("demo", "--transfers", "2000", "--data", data);
    CommandFixture second = CommandFixture.weir("demo", "--transfers", "1000", "--data", data);

    assertThat(first.exitCode()).as(first.toString()).isZero();
    assertThat(first.out())
        .contains("113 addresses of 9 entries", "All counts agree.")
        .contains("DESIGNATED by OFAC: Hyon Sop SIM", "It was in 3 of the transfers before")
        .contains("1,994 clear + 5 flagged + 1 unscreenable", "5 HIT + 3 LOOKBACK")
        .contains("8 hits planted, 8 found, 0 missing, 0 too many");
    assertThat(second.exitCode()).as(second.toString()).isZero();
    assertThat(second.out())
        .as("what was designated stays so")
        .contains("114 addresses of 10 entries (as loaded before)", "2 HIT", "All counts agree.")
        .doesNotContain("DESIGNATED", "LOOKBACK");
    assertThat(manifests(dir.resolve("data")))
        .as("a later start finds the list still in force and says so, or it would grow stale")
        .isEqualTo(3);
    List<GenericRecord> alerts = alerts(dir.resolve("data"), 10);
    assertThat(alerts)
        .hasSize(10)
        .allSatisfy(
            alert -> {
              assertThat(alert.get("summary").toString()).contains("listed by OFAC as");
              assertThat((List<?>) alert.get("hits")).isNotEmpty();
            });
    assertThat(alerts).extracting(alert -> alert.get("alert_id")).doesNotHaveDuplicates();
    assertThat(tail(dir.resolve("data"), "--json").out().lines())
        .hasSize(10)
        .allSatisfy(line -> assertThat(line).startsWith("{\"alert_id\":").endsWith("}"));
    assertThat(tail(dir.resolve("data")).out().lines())
        .hasSize(10)
        .allSatisfy(line -> assertThat(line).contains("listed by OFAC as"));
  }

  @Test
  void shouldPassTheAuditWhenItWasKilled() throws Exception {
    Path data = dir.resolve("data");
    Path log = dir.resolve("demo.log");
    Process demo = demo(log, "--transfers", "8000", "--data", data.toString());
    await("look-back raised an alert")
        .atMost(LIMIT)
        .failFast(() -> assertThat(demo.isAlive()).as(Files.readString(log)).isTrue())
        .until(() -> Files.readString(log).contains(" LOOKBACK "));
    assertThat(demo.destroyForcibly().waitFor()).as("killed, not ended").isEqualTo(128 + 9);

    CommandFixture audit = CommandFixture.weir("audit", "--data", data.toString());

    assertThat(audit.exitCode()).as(audit.toString()).isZero();
    assertThat(audit.out()).contains("alerts LOOKBACK  3", "Everything is as it should be.");
    assertThat(audit.err()).contains("Screening what was left ... done");
  }

  @Test
  void shouldStreamAFileAndSayWhatBecameOfIt() throws IOException {
    Path file = dir.resolve("mine.jsonl");
    Files.writeString(
        file,
        transfer("a", "ethereum", "0x00000000219ab540356cbb839cbe05303d7705fa")
            + transfer("b", "ethereum", "0x098b716b8aaf21512996dc57eb0615e2383e2f96")
            + transfer("c", "etherium", "0x00000000219ab540356cbb839cbe05303d7705fa"));

    CommandFixture ended = CommandFixture.weir("demo", "--input", file.toString());

    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    assertThat(ended.out())
        .contains(
            "Reading " + file + " as json",
            "listed by OFAC as LAZARUS GROUP (SDN 27307; DPRK3)  [b]",
            "1 clear + 1 flagged + 1 unscreenable",
            "All counts agree.");
  }

  @Test
  void shouldEndWith16WhenALineOfTheFileIsRefused() throws IOException {
    Path file = dir.resolve("mine.jsonl");
    Files.writeString(
        file,
        transfer("a", "ethereum", "0x00000000219ab540356cbb839cbe05303d7705fa")
            + "{\"transfer_id\": 1}\n");

    CommandFixture ended = CommandFixture.weir("demo", "--input", file.toString());

    assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(ExitCode.INPUT_REFUSED.number());
    assertThat(ended.out()).contains(file + ":2:", "1 clear + 0 flagged + 0 unscreenable");
  }

  private static Process demo(Path log, String... args) throws IOException {
    String jar = System.getProperty("weir.jar");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        jar == null
            ? List.of("-cp", System.getProperty("java.class.path"), "io.weir.cli.Main")
            : List.of("-jar", jar));
    command.add("demo");
    command.addAll(List.of(args));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static String transfer(String id, String chain, String sender) {
    return String.format(
        "{\"transfer_id\":\"%s\",\"chain\":\"%s\",\"tx_hash\":\"0x00\","
            + "\"occurred_at\":\"2026-01-02T03:04:05Z\",\"direction\":\"DEPOSIT\","
            + "\"status\":\"CONFIRMED\",\"senders\":[{\"address\":\"%s\"}],\"receivers\":[],"
            + "\"asset\":{\"symbol\":\"ETH\",\"decimals\":18},\"amount\":\"5\"}%n",
        id, chain, sender);
  }

  private static CommandFixture tail(Path data, String... more) {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(data)) {
      List<String> args =
          new ArrayList<>(
              List.of("alerts", "tail", "--from-beginning", "--limit", "10", "--bootstrap"));
      args.addAll(List.of(kafka.bootstrapServers(), "--registry", kafka.registryUrl()));
      args.addAll(List.of(more));
      return CommandFixture.weir(args.toArray(String[]::new));
    }
  }

  private static int manifests(Path data) {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(data);
        KafkaConsumer<String, byte[]> consumer =
            new KafkaConsumer<>(
                Map.of(
                    "bootstrap.servers",
                    kafka.bootstrapServers(),
                    "isolation.level",
                    "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition("list-manifests", 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      AtomicInteger found = new AtomicInteger();
      await("manifests")
          .atMost(LIMIT)
          .until(
              () -> {
                found.addAndGet(consumer.poll(Duration.ofMillis(100)).count());
                return consumer.position(partition) >= end;
              });
      return found.get();
    }
  }

  private static List<GenericRecord> alerts(Path data, int expected) {
    List<GenericRecord> alerts = new ArrayList<>();
    try (EmbeddedKafka kafka = EmbeddedKafka.start(data);
        KafkaConsumer<Object, Object> consumer =
            new KafkaConsumer<>(
                Map.of(
                    "bootstrap.servers",
                    kafka.bootstrapServers(),
                    "schema.registry.url",
                    kafka.registryUrl(),
                    "isolation.level",
                    "read_committed",
                    "auto.offset.reset",
                    "earliest",
                    "key.deserializer",
                    StringDeserializer.class,
                    "value.deserializer",
                    KafkaAvroDeserializer.class))) {
      List<TopicPartition> partitions =
          consumer.partitionsFor("alerts").stream()
              .map(partition -> new TopicPartition("alerts", partition.partition()))
              .toList();
      consumer.assign(partitions);
      await("alerts")
          .atMost(LIMIT)
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(100))
                    .forEach(record -> alerts.add((GenericRecord) record.value()));
                return alerts.size() >= expected;
              });
    }
    return alerts;
  }
}
