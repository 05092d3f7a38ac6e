package io.weir.cli;

import static io.weir.cli.CommandFixture.weir;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.weir.avro.AvroSafety;
import io.weir.embedded.EmbeddedBroker;
import io.weir.embedded.EmbeddedRegistry;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestCommandIT {
  private static final String ETHEREUM = "src/test/resources/fixtures/ingest/ethereum-etl.jsonl";
  private static final int PARTITIONS = 3;

  @TempDir static Path folder;

  private static EmbeddedBroker broker;
  private static EmbeddedRegistry registry;

  @BeforeAll
  static void start() {
    AvroSafety.apply();
    broker = EmbeddedBroker.start(folder.resolve("broker"));
    registry = EmbeddedRegistry.start(folder.resolve("registry"));
  }

  @AfterAll
  static void stop() {
    registry.close();
    broker.close();
  }

  @Test
  void shouldWriteWhatConfluentsDeserializerReads() throws Exception {
    create("whole.", Map.of("retention.ms", "-1"));

    CommandFixture run = ingest("whole.", ETHEREUM);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("transfers  6  to whole.transfers");
    List<ConsumerRecord<String, Object>> records = read("whole.");
    assertThat(records)
        .extracting(ConsumerRecord::key)
        .containsExactlyInAnyOrder(
            "eip155:1:0x01",
            "eip155:1:0x02",
            "eip155:1:0x03",
            "eip155:1:0x04:9",
            "eip155:1:0x04:10",
            "eip155:1:0x05:0");
    assertThat(records).extracting(ConsumerRecord::timestamp).containsOnly(1683029999000L);
    GenericRecord largest = value(records, "eip155:1:0x04:9");
    assertThat(decimal(largest))
        .isEqualTo(new BigDecimal(BigInteger.TWO.pow(256).subtract(BigInteger.ONE)));
    assertThat(largest.get("position")).isEqualTo(9L);
    assertThat(value(records, "eip155:1:0x03").get("attributes")).hasToString("{receipt_status=0}");
  }

  @Test
  void shouldDateOldTransfersNowWhenTheTopicWouldDeleteThem() throws Exception {
    create("week.", Map.of("retention.ms", "604800000"));
    Instant before = Instant.now();

    CommandFixture run = ingest("week.", ETHEREUM);

    assertThat(run.err()).contains("6 records carry the present time");
    assertThat(read("week."))
        .hasSize(6)
        .allMatch(record -> record.timestamp() >= before.toEpochMilli())
        .allMatch(
            record -> ((GenericRecord) record.value()).get("occurred_at").equals(1683029999000L));
  }

  @Test
  void shouldRefuseTheLineAloneWhenItsRecordIsTooLarge() throws Exception {
    create("small.", Map.of("retention.ms", "-1", "max.message.bytes", "2000"));
    String party = "{\"address\": \"" + "x".repeat(40) + "\"}";
    String line =
        "{\"transfer_id\": \"%s\", \"chain\": \"bitcoin\", \"tx_hash\": \"1\", \"occurred_at\": 1,"
            + " \"asset\": {\"symbol\": \"BTC\"}, \"amount\": 1, \"senders\": [%s]}\n";
    Path input =
        Files.writeString(
            folder.resolve("large.jsonl"),
            line.formatted("first", party)
                + line.formatted(
                    "large",
                    String.join(",", IntStream.range(0, 200).mapToObj(i -> party).toList()))
                + line.formatted("last", party));

    CommandFixture run = ingest("small.", input.toString(), "--format", "json");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(16);
    assertThat(run.err()).contains("large.jsonl:2: is too large a record");
    assertThat(run.err()).contains("transfers  2").contains("refused    1  line 1");
    assertThat(read("small."))
        .extracting(ConsumerRecord::key)
        .containsExactlyInAnyOrder("first", "last");
  }

  @Test
  void shouldSayWhatToDoWhenTheTopicIsMissing() {
    CommandFixture run = ingest("absent.", ETHEREUM);

    assertThat(run.exitCode()).isEqualTo(11);
    assertThat(run.err())
        .isEqualTo("Topic absent.transfers is missing. To create it, run: weir topics create\n");
  }

  @Test
  void shouldWriteNothingWhenTheRegistryIsAway() throws Exception {
    create("away.", Map.of());

    CommandFixture run =
        weir(
            "ingest",
            "--format",
            "ethereum-etl",
            "--bootstrap",
            broker.bootstrapServers(),
            "--registry",
            "http://127.0.0.1:1",
            "--set",
            "weir.topics.prefix=away.",
            ETHEREUM);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(15);
    assertThat(run.err()).startsWith("The schema registry at http://127.0.0.1:1 does not answer");
    assertThat(read("away.")).isEmpty();
  }

  @Test
  void shouldSayThatNoBrokerAnswersWhenTheAddressIsWrong() {
    CommandFixture run =
        weir(
            "ingest",
            "--format",
            "ethereum-etl",
            "--bootstrap",
            "127.0.0.1:1",
            "--registry",
            registry.url(),
            ETHEREUM);

    assertThat(run.exitCode()).isEqualTo(15);
    assertThat(run.err()).startsWith("No Kafka broker answered at 127.0.0.1:1");
  }

  private static CommandFixture ingest(String prefix, String file, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "ingest",
                "--bootstrap",
                broker.bootstrapServers(),
                "--registry",
                registry.url(),
                "--set",
                "weir.topics.prefix=" + prefix,
                file));
    args.addAll(more.length == 0 ? List.of("--format", "ethereum-etl") : List.of(more));
    return weir(args.toArray(String[]::new));
  }

  private static void create(String prefix, Map<String, String> settings) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin
          .createTopics(
              List.of(new NewTopic(prefix + "transfers", PARTITIONS, (short) 1).configs(settings)))
          .all()
          .get();
    }
  }

  private static List<ConsumerRecord<String, Object>> read(String prefix) {
    KafkaAvroDeserializer values = new KafkaAvroDeserializer();
    values.configure(
        Map.of("schema.registry.url", registry.url(), "avro.use.logical.type.converters", false),
        false);
    try (KafkaConsumer<String, Object> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", broker.bootstrapServers(), "allow.auto.create.topics", false),
            new StringDeserializer(),
            values)) {
      List<TopicPartition> partitions =
          IntStream.range(0, PARTITIONS)
              .mapToObj(partition -> new TopicPartition(prefix + "transfers", partition))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long end = consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
      List<ConsumerRecord<String, Object>> records = new ArrayList<>();
      Instant deadline = Instant.now().plusSeconds(30);
      while (records.size() < end && Instant.now().isBefore(deadline)) {
        consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
      }
      return records;
    }
  }

  private static GenericRecord value(List<ConsumerRecord<String, Object>> records, String key) {
    return records.stream()
        .filter(record -> record.key().equals(key))
        .map(record -> (GenericRecord) record.value())
        .findFirst()
        .orElseThrow();
  }

  private static BigDecimal decimal(GenericRecord transfer) {
    ByteBuffer bytes = (ByteBuffer) transfer.get("amount");
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return new BigDecimal(new BigInteger(copy));
  }
}
