package io.weir.lookback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.address.AddressKey;
import io.weir.avro.AvroSafety;
import io.weir.avro.RegistryPatience;
import io.weir.avro.RegistrySerdes;
import io.weir.avro.RegistryWatch;
import io.weir.bundle.Bundles;
import io.weir.domain.Alert;
import io.weir.domain.Listing;
import io.weir.domain.ListingChange;
import io.weir.domain.LookbackReport;
import io.weir.domain.SanctionedAddress;
import io.weir.domain.Transfer;
import io.weir.runtime.Defaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** Look-back over Kafka's test driver: list rows, screened transfers and what comes of them. */
final class LookbackFixture implements AutoCloseable {
  static final LookbackTopics TOPICS =
      new LookbackTopics(
          "sanctioned-addresses",
          "listing-changes",
          "screened-transfers",
          "alerts",
          "lookback-reports");
  static final TopicPartition SCREENED = new TopicPartition("screened-transfers", 0);
  static final TopicPartition LIST = new TopicPartition("sanctioned-addresses", 0);
  static final Instant NOW = Instant.parse("2025-11-05T00:00:00Z");
  static final Duration PAUSE = Duration.ofMillis(20);

  final MemoryLog log = new MemoryLog();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final RegistrySerdes serdes = RegistrySerdes.over(new MockSchemaRegistryClient());
  private final TopologyTestDriver driver;
  private final TestInputTopic<byte[], byte[]> list;
  private final TestInputTopic<byte[], byte[]> screened;
  private final TestInputTopic<byte[], byte[]> questions;
  private final TestOutputTopic<byte[], byte[]> alerts;
  private final TestOutputTopic<byte[], byte[]> reports;

  /**
   * @param segmentRecords transfers in a segment
   * @param pageRecords transfers in a page of a scan
   */
  LookbackFixture(Path stateDir, int segmentRecords, int pageRecords) {
    AvroSafety.apply();
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    try {
      Lookback lookback =
          new Lookback(
              TOPICS,
              new LookbackSettings(
                  segmentRecords,
                  pageRecords,
                  Duration.ofSeconds(10),
                  PAUSE,
                  900 << 10,
                  Duration.ZERO),
              Defaults.chains(Optional.empty()),
              Defaults.policy(Optional.empty()),
              serdes,
              new RegistryPatience(Duration.ZERO, () -> false, new RegistryWatch(answers -> {})),
              () -> log,
              new LookbackMeters(meters));
      Properties config = new Properties();
      config.put(StreamsConfig.APPLICATION_ID_CONFIG, "weir-lookback-test");
      config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
      config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
      this.driver =
          new TopologyTestDriver(
              LookbackTopology.build(
                  lookback, clock, new TopologyConfig(new StreamsConfig(config))),
              config,
              NOW);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var bytes = new ByteArraySerializer();
    var read = new ByteArrayDeserializer();
    this.list = driver.createInputTopic(TOPICS.sanctionedAddresses(), bytes, bytes);
    this.screened = driver.createInputTopic(TOPICS.screenedTransfers(), bytes, bytes);
    this.questions = driver.createInputTopic(TOPICS.listingChanges(), bytes, bytes);
    this.alerts = driver.createOutputTopic(TOPICS.alerts(), read, read);
    this.reports = driver.createOutputTopic(TOPICS.reports(), read, read);
  }

  void listed(AddressKey key, Listing... listings) {
    Serde<SanctionedAddress> rows = serdes.sanctionedAddress();
    row(
        key,
        rows.serializer()
            .serialize(
                TOPICS.sanctionedAddresses(), new SanctionedAddress(key, Arrays.asList(listings))));
  }

  void delisted(AddressKey key) {
    row(key, null);
  }

  void row(AddressKey key, byte[] value) {
    byte[] bytes = key.toString().getBytes(UTF_8);
    log.append(LIST, NOW.toEpochMilli(), bytes, value, new RecordHeaders());
    list.pipeInput(bytes, value);
  }

  void asked(ListingChange question) {
    questions.pipeInput(
        question.key().toString().getBytes(UTF_8),
        serdes.listingChange().serializer().serialize(TOPICS.listingChanges(), question));
  }

  /** A transfer that screening saw at a list position, with these hits. */
  void screened(Transfer transfer, long position, String... hitIds) {
    screenedAt(NOW, transfer, position, hitIds);
  }

  void screenedAt(Instant at, Transfer transfer, long position, String... hitIds) {
    Headers headers = new RecordHeaders();
    headers.add(Verdict.LIST_POSITION, Long.toString(position).getBytes(UTF_8));
    if (hitIds.length > 0) {
      headers.add(Verdict.HITS, String.join(",", hitIds).getBytes(UTF_8));
    }
    pass(at, transfer, headers);
  }

  /** A transfer without a verdict. */
  void unscreened(Transfer transfer) {
    pass(NOW, transfer, new RecordHeaders());
  }

  private void pass(Instant at, Transfer transfer, Headers headers) {
    byte[] key = transfer.transferId().getBytes(UTF_8);
    byte[] value = serdes.transfer().serializer().serialize("transfers", transfer);
    raw(at, key, value, headers);
  }

  void raw(Instant at, byte[] key, byte[] value, Headers headers) {
    log.append(SCREENED, at.toEpochMilli(), key, value, headers);
    screened.pipeInput(new TestRecord<>(key, value, headers, at));
  }

  /** Transfers screened at a list position, which one poll brings together. */
  void polled(long position, Transfer... transfers) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (Transfer transfer : transfers) {
      Headers headers = new RecordHeaders();
      headers.add(Verdict.LIST_POSITION, Long.toString(position).getBytes(UTF_8));
      byte[] key = transfer.transferId().getBytes(UTF_8);
      byte[] value = serdes.transfer().serializer().serialize("transfers", transfer);
      log.append(SCREENED, NOW.toEpochMilli(), key, value, headers);
      records.add(log.read(SCREENED, log.end(SCREENED) - 1, log.end(SCREENED), 1).records().get(0));
    }
    screened.pipeInput(Bundles.polled(records, NOW));
  }

  /** Lets a scan take so many pages. */
  void pages(int count) {
    for (int i = 0; i < count; i++) {
      driver.advanceWallClockTime(PAUSE);
    }
  }

  /** Lets everything that is due at a minute's end happen. */
  void aMinute() {
    driver.advanceWallClockTime(Duration.ofMinutes(1));
  }

  /** How many hits and dropped transfers are remembered. */
  int lives() {
    int rows = 0;
    try (var all = driver.getKeyValueStore(Names.HIT_LIVES).all()) {
      for (; all.hasNext(); all.next()) {
        rows++;
      }
    }
    return rows;
  }

  /** The alerts since the last call. */
  List<Alert> alerts() {
    Serde<Alert> serde = serdes.alert();
    return alerts.readRecordsToList().stream()
        .map(record -> serde.deserializer().deserialize(TOPICS.alerts(), record.value()))
        .toList();
  }

  /** The reports since the last call. */
  List<LookbackReport> reports() {
    Serde<LookbackReport> serde = serdes.lookbackReport();
    return reports.readRecordsToList().stream()
        .map(record -> serde.deserializer().deserialize(TOPICS.reports(), record.value()))
        .toList();
  }

  @Override
  public void close() {
    driver.close();
  }
}
