package io.weir.screening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.address.AddressKey;
import io.weir.avro.AvroSafety;
import io.weir.avro.RegistryPatience;
import io.weir.avro.RegistrySerdes;
import io.weir.avro.RegistryWatch;
import io.weir.bundle.Bundles;
import io.weir.domain.AgeLimits;
import io.weir.domain.Alert;
import io.weir.domain.ListManifest;
import io.weir.domain.Listing;
import io.weir.domain.Samples;
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

/** Screening over Kafka's test driver: lists, transfers and what comes of them, in test words. */
final class ScreeningFixture implements AutoCloseable {
  static final ScreeningTopics TOPICS =
      new ScreeningTopics(
          "transfers",
          "sanctioned-addresses",
          "list-manifests",
          "screened-transfers",
          "alerts",
          "dead-letters");
  static final Instant NOW = Instant.parse("2025-11-05T00:00:00Z");

  final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final ListIndex index;
  final ManifestIndex manifests;
  final Screening screening;

  /** What happens while a row of the list is read because a transfer touches it. */
  Runnable meanwhile = () -> {};

  private final RegistrySerdes serdes = RegistrySerdes.over(registry);
  private final TopologyTestDriver driver;
  private final TestInputTopic<byte[], byte[]> transfers;
  private final TestInputTopic<byte[], byte[]> list;
  private final TestInputTopic<byte[], byte[]> manifestTopic;
  private final TestOutputTopic<byte[], byte[]> screened;
  private final TestOutputTopic<byte[], byte[]> alerts;
  private final TestOutputTopic<byte[], byte[]> deadLetters;

  ScreeningFixture(Path stateDir) {
    this(stateDir, new ScreeningSettings(true, 4 << 20, 900 << 10));
  }

  ScreeningFixture(Path stateDir, ScreeningSettings settings) {
    AvroSafety.apply();
    Serde<SanctionedAddress> rows = serdes.sanctionedAddress();
    this.index =
        new ListIndex(
            stateDir.resolve("list-rows"),
            bytes -> {
              meanwhile.run();
              return rows.deserializer().deserialize(TOPICS.sanctionedAddresses(), bytes);
            });
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    this.manifests = new ManifestIndex(AgeLimits.same(Duration.ofDays(3)), clock);
    ScreeningMeters counted = new ScreeningMeters(meters);
    counted.watch(index);
    RegistryPatience patience =
        new RegistryPatience(Duration.ZERO, () -> false, new RegistryWatch(answers -> {}));
    try {
      this.screening =
          new Screening(
              TOPICS,
              settings,
              Defaults.chains(Optional.empty()),
              Defaults.policy(Optional.empty()),
              index,
              manifests,
              serdes,
              rows,
              patience,
              new Pace(Duration.ZERO, Clock.systemUTC()),
              // As far ahead as a helper can be.
              Runnable::run,
              counted,
              new ListMeters(meters, manifests));
      Properties config = new Properties();
      config.put(StreamsConfig.APPLICATION_ID_CONFIG, "weir-screening-test");
      config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
      config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
      config.put("processing.exception.handler.global.enabled", true);
      TopologyConfig topology = new TopologyConfig(new StreamsConfig(config));
      this.driver =
          new TopologyTestDriver(
              ScreeningTopology.build(screening, patience, clock, topology), config, NOW);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var bytes = new ByteArraySerializer();
    var read = new ByteArrayDeserializer();
    this.transfers = driver.createInputTopic(TOPICS.transfers(), bytes, bytes);
    this.list = driver.createInputTopic(TOPICS.sanctionedAddresses(), bytes, bytes);
    this.manifestTopic = driver.createInputTopic(TOPICS.listManifests(), bytes, bytes);
    this.screened = driver.createOutputTopic(TOPICS.screenedTransfers(), read, read);
    this.alerts = driver.createOutputTopic(TOPICS.alerts(), read, read);
    this.deadLetters = driver.createOutputTopic(TOPICS.deadLetters(), read, read);
  }

  /** Lists an address that no test touches, so that the list is not empty. */
  ScreeningFixture withSomeList() {
    listed(
        AddressKey.text("nobody"),
        Samples.listing("OFAC", "1", "NOBODY", AddressKey.text("nobody"), "nobody"));
    return this;
  }

  /** Lists an address under these entries. */
  void listed(AddressKey key, Listing... listings) {
    Serde<SanctionedAddress> rows = serdes.sanctionedAddress();
    row(
        key.toString(),
        rows.serializer()
            .serialize(
                TOPICS.sanctionedAddresses(), new SanctionedAddress(key, Arrays.asList(listings))));
  }

  void delisted(AddressKey key) {
    row(key.toString(), null);
  }

  void row(String key, byte[] value) {
    list.pipeInput(key.getBytes(UTF_8), value);
  }

  void loaded(ListManifest manifest) {
    manifest(manifest.authority() + "/" + manifest.list(), bytes(manifest));
  }

  byte[] bytes(ListManifest manifest) {
    return serdes.listManifest().serializer().serialize(TOPICS.listManifests(), manifest);
  }

  void manifest(String key, byte[] value) {
    manifestTopic.pipeInput(key.getBytes(UTF_8), value);
  }

  void transfer(Transfer transfer) {
    raw(transfer.transferId().getBytes(UTF_8), bytes(transfer));
  }

  byte[] bytes(Transfer transfer) {
    return serdes.transfer().serializer().serialize(TOPICS.transfers(), transfer);
  }

  void raw(byte[] key, byte[] value) {
    raw(new TestRecord<>(key, value, new RecordHeaders(), NOW));
  }

  void raw(TestRecord<byte[], byte[]> record) {
    transfers.pipeInput(record);
  }

  /** Transfers of partition 0 that one poll brings together, the first of them at this offset. */
  void polled(long offset, byte[]... values) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (byte[] value : values) {
      long at = offset + records.size();
      records.add(
          new ConsumerRecord<>(TOPICS.transfers(), 0, at, ("key-" + at).getBytes(UTF_8), value));
    }
    raw(Bundles.polled(records, NOW));
  }

  /** Everything screened since the last call. */
  List<TestRecord<byte[], byte[]>> screened() {
    return screened.readRecordsToList();
  }

  /** The one record screened since the last call. */
  TestRecord<byte[], byte[]> onlyScreened() {
    List<TestRecord<byte[], byte[]>> records = screened();
    assertThat(records).as("screened records").hasSize(1);
    return records.get(0);
  }

  List<Alert> alerts() {
    List<Alert> found = new ArrayList<>();
    Serde<Alert> serde = serdes.alert();
    for (TestRecord<byte[], byte[]> record : alerts.readRecordsToList()) {
      Alert alert = serde.deserializer().deserialize(TOPICS.alerts(), record.value());
      assertThat(new String(record.key(), UTF_8)).isEqualTo(alert.transfer().transferId());
      found.add(alert);
    }
    return found;
  }

  List<TestRecord<byte[], byte[]>> deadLetters() {
    return deadLetters.readRecordsToList();
  }

  void nothingElse() {
    assertThat(screened()).as("further screened records").isEmpty();
    assertThat(alerts()).as("further alerts").isEmpty();
    assertThat(deadLetters()).as("further dead letters").isEmpty();
  }

  static String header(TestRecord<byte[], byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }

  @Override
  public void close() {
    driver.close();
  }
}
