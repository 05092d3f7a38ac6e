package io.weir.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.address.AddressKey;
import io.weir.avro.AvroSafety;
import io.weir.avro.RegistrySerdes;
import io.weir.config.ConfigSources;
import io.weir.config.Needs;
import io.weir.config.WeirConfig;
import io.weir.domain.AgeLimits;
import io.weir.domain.Alert;
import io.weir.domain.ListEvent;
import io.weir.domain.ListManifest;
import io.weir.domain.Listing;
import io.weir.domain.ListingChange;
import io.weir.domain.LookbackReport;
import io.weir.domain.SanctionedAddress;
import io.weir.domain.Transfer;
import io.weir.runtime.Brokers;
import io.weir.runtime.ClusterTopics;
import io.weir.runtime.Defaults;
import io.weir.runtime.Health;
import io.weir.runtime.LookbackApp;
import io.weir.runtime.ScreeningApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;

/** One test's own topics, environment and state folder on a shared cluster. */
final class ScreeningBed implements AutoCloseable {
  static final Duration LIMIT = Duration.ofSeconds(60);

  private final TestCluster cluster;
  private final Path dir;
  private final String id = UUID.randomUUID().toString().substring(0, 8);
  private final KafkaProducer<byte[], byte[]> producer;
  private final Serde<SanctionedAddress> rows;
  private final Serde<ListManifest> manifests;
  private final Serde<Transfer> transfers;
  private final Serde<Alert> alerts;
  private final Serde<ListingChange> changes;
  private final Serde<LookbackReport> reports;
  private final List<ScreeningApp> apps = new ArrayList<>();
  private final List<LookbackApp> lookbacks = new ArrayList<>();
  private final List<Future<?>> pending = new ArrayList<>();
  final WeirConfig config;

  ScreeningBed(TestCluster cluster, Path dir, int partitions, Map<String, String> settings) {
    AvroSafety.apply();
    this.cluster = cluster;
    this.dir = dir;
    this.config = load(configFile("main", settings));
    RegistrySerdes serdes = RegistrySerdes.at(cluster.registryUrl(), Map.of());
    this.rows = serdes.sanctionedAddress();
    this.manifests = serdes.listManifest();
    this.transfers = serdes.transfer();
    this.alerts = serdes.alert();
    this.changes = serdes.listingChange();
    this.reports = serdes.lookbackReport();
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                cluster.bootstrap(),
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                8 << 20),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    createTopics(partitions);
  }

  /** A configuration file for this test; another name gives another state folder. */
  Path configFile(String name, Map<String, String> settings) {
    Properties properties = new Properties();
    properties.setProperty("kafka.bootstrap.servers", cluster.bootstrap());
    properties.setProperty("weir.schema.registry.url", cluster.registryUrl());
    properties.setProperty("weir.environment", id);
    properties.setProperty("weir.topics.prefix", id + ".");
    properties.setProperty("weir.state.dir", dir.resolve("state-" + name).toString());
    properties.setProperty("weir.http.port", "0");
    properties.setProperty("weir.topics.replication.factor", "1");
    // An instance that is killed is missed within this time.
    properties.setProperty("kafka.session.timeout.ms", "6000");
    properties.setProperty("kafka.heartbeat.interval.ms", "1000");
    properties.putAll(settings);
    Path file = dir.resolve("weir-" + name + ".properties");
    try (var writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static WeirConfig load(Path file) {
    return new ConfigSources(List.of(), Map.of(), Optional.of(file))
        .load(Needs.BROKER_AND_REGISTRY);
  }

  private void createTopics(int partitions) {
    try (Brokers brokers = Brokers.connect(config)) {
      new ClusterTopics(brokers, config).create(OptionalInt.of(partitions));
    }
  }

  /** Starts an instance and waits until it screens. */
  ScreeningApp start() {
    return start(config);
  }

  /** Starts a further instance with a state folder of its own. */
  ScreeningApp startAnother(String name) {
    return start(load(configFile(name, Map.of())));
  }

  private ScreeningApp start(WeirConfig settings) {
    ScreeningApp app = app(settings);
    app.start();
    await("screening runs").atMost(LIMIT).until(() -> app.health().state() == Health.State.RUNNING);
    return app;
  }

  /** An instance that is not started yet. */
  ScreeningApp app(WeirConfig settings) {
    try {
      ScreeningApp app =
          new ScreeningApp(
              settings,
              Defaults.chains(Optional.empty()),
              Defaults.policy(Optional.empty()),
              AgeLimits.same(settings.listsMaxAge()),
              RegistrySerdes.at(cluster.registryUrl(), Map.of()),
              new SimpleMeterRegistry(),
              new Health(),
              Clock.systemUTC());
      apps.add(app);
      return app;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts an instance of look-back and waits until it runs. */
  LookbackApp startLookback(String stateFolder, Map<String, String> settings) {
    LookbackApp app = lookback(stateFolder, settings);
    app.start();
    await("look-back runs").atMost(LIMIT).until(() -> app.health().state() == Health.State.RUNNING);
    return app;
  }

  /** An instance of look-back that is not started yet. */
  LookbackApp lookback(String stateFolder, Map<String, String> settings) {
    WeirConfig own = load(configFile(stateFolder, settings));
    try {
      LookbackApp app =
          new LookbackApp(
              own,
              Defaults.chains(Optional.empty()),
              Defaults.policy(Optional.empty()),
              RegistrySerdes.at(cluster.registryUrl(), Map.of()),
              new SimpleMeterRegistry(),
              new Health(),
              () -> false,
              Clock.systemUTC());
      lookbacks.add(app);
      return app;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<LookbackReport> reports(int atLeast) {
    return committed(config.topics().lookbackReports(), atLeast).stream()
        .map(this::report)
        .toList();
  }

  void listed(AddressKey key, Listing... listings) {
    send(row(key, listings));
  }

  /** Lists without waiting; {@link #flush} waits. */
  void listedSoon(AddressKey key, Listing... listings) {
    pending.add(producer.send(row(key, listings)));
  }

  /** Delists without waiting; {@link #flush} waits. */
  void delistedSoon(AddressKey key) {
    pending.add(
        producer.send(
            new ProducerRecord<>(
                config.topics().sanctionedAddresses(), key.toString().getBytes(UTF_8), null)));
  }

  private ProducerRecord<byte[], byte[]> row(AddressKey key, Listing... listings) {
    String topic = config.topics().sanctionedAddresses();
    return new ProducerRecord<>(
        topic,
        key.toString().getBytes(UTF_8),
        rows.serializer().serialize(topic, new SanctionedAddress(key, List.of(listings))));
  }

  void row(String key, byte[] value) {
    send(new ProducerRecord<>(config.topics().sanctionedAddresses(), key.getBytes(UTF_8), value));
  }

  void loaded(ListManifest manifest) {
    byte[] value = manifests.serializer().serialize(config.topics().listManifests(), manifest);
    manifest(manifest.authority() + "/" + manifest.list(), value);
  }

  void manifest(String key, byte[] value) {
    send(new ProducerRecord<>(config.topics().listManifests(), key.getBytes(UTF_8), value));
  }

  byte[] bytes(ListEvent event) {
    try (Serde<ListEvent> events = RegistrySerdes.at(cluster.registryUrl(), Map.of()).listEvent()) {
      return events.serializer().serialize(config.topics().listingHistory(), event);
    }
  }

  /** Asks each partition of look-back. */
  void ask(ListingChange question, int partitions) {
    String topic = config.topics().listingChanges();
    byte[] key = question.key().toString().getBytes(UTF_8);
    byte[] value = changes.serializer().serialize(topic, question);
    for (int partition = 0; partition < partitions; partition++) {
      send(new ProducerRecord<>(topic, partition, key, value));
    }
  }

  void transfer(Transfer transfer) {
    send(record(transfer));
  }

  /** Sends without waiting; {@link #flush} waits. */
  void transferSoon(Transfer transfer) {
    pending.add(producer.send(record(transfer)));
  }

  void flush() {
    pending.forEach(ScreeningBed::get);
    pending.clear();
  }

  private static void get(Future<?> sent) {
    try {
      sent.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("The record was not sent", e);
    }
  }

  private ProducerRecord<byte[], byte[]> record(Transfer transfer) {
    return new ProducerRecord<>(
        config.topics().transfers(), transfer.transferId().getBytes(UTF_8), bytes(transfer));
  }

  byte[] bytes(Transfer transfer) {
    return transfers.serializer().serialize(config.topics().transfers(), transfer);
  }

  void send(ProducerRecord<byte[], byte[]> record) {
    get(producer.send(record));
  }

  /** Waits until so many records are committed on a topic, and returns what is there. */
  List<ConsumerRecord<byte[], byte[]>> committed(String topic, int atLeast) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    await(atLeast + " records on " + topic)
        .atMost(LIMIT)
        .until(
            () -> {
              records.clear();
              records.addAll(committed(topic));
              return records.size() >= atLeast;
            });
    return records;
  }

  /** Everything committed on a topic now, partition by partition. */
  List<ConsumerRecord<byte[], byte[]>> committed(String topic) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrap(),
            ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      await("the end of " + topic)
          .atMost(LIMIT)
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(50)).forEach(records::add);
                return partitions.stream()
                    .allMatch(partition -> consumer.position(partition) >= ends.get(partition));
              });
    }
    return records;
  }

  List<Alert> alerts(int atLeast) {
    return committed(config.topics().alerts(), atLeast).stream().map(this::alert).toList();
  }

  Alert alert(ConsumerRecord<byte[], byte[]> record) {
    return alert(record.value());
  }

  Alert alert(byte[] value) {
    return alerts.deserializer().deserialize(config.topics().alerts(), value);
  }

  byte[] bytes(Alert alert) {
    return alerts.serializer().serialize(config.topics().alerts(), alert);
  }

  LookbackReport report(ConsumerRecord<byte[], byte[]> record) {
    return reports.deserializer().deserialize(record.topic(), record.value());
  }

  /** A row of the list; empty for a tombstone. */
  Optional<SanctionedAddress> row(ConsumerRecord<byte[], byte[]> record) {
    return Optional.ofNullable(record.value())
        .map(value -> rows.deserializer().deserialize(record.topic(), value));
  }

  static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }

  @Override
  public void close() {
    lookbacks.forEach(LookbackApp::close);
    apps.forEach(ScreeningApp::close);
    producer.close();
  }
}
