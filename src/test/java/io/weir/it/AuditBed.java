package io.weir.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.audit.Audit;
import io.weir.audit.AuditProgress;
import io.weir.audit.AuditReport;
import io.weir.audit.AuditScope;
import io.weir.audit.AuditTopics;
import io.weir.avro.RegistrySerdes;
import io.weir.config.Topics;
import io.weir.domain.Alert;
import io.weir.domain.Hit;
import io.weir.domain.SourcePosition;
import io.weir.domain.Transfer;
import io.weir.runtime.Defaults;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Audits of what Weir wrote, as it is or with faults planted in a copy of a topic. */
final class AuditBed {
  /** For screened records that will never come. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final TestCluster cluster;
  private final ScreeningBed bed;
  private final Topics topics;
  private final int partitions;
  private final Path work;
  private final Clock clock;

  AuditBed(TestCluster cluster, ScreeningBed bed, int partitions, Path work) {
    this(cluster, bed, partitions, work, Clock.systemUTC());
  }

  AuditBed(TestCluster cluster, ScreeningBed bed, int partitions, Path work, Clock clock) {
    this.cluster = cluster;
    this.bed = bed;
    this.topics = bed.config.topics();
    this.partitions = partitions;
    this.work = work;
    this.clock = clock;
  }

  /** A record of a copied topic. */
  @SuppressWarnings("ArrayRecordComponent") // compared by identity, which a change gives up
  record Planted(int partition, byte[] key, byte @Nullable [] value, List<Header> headers) {

    static Planted of(ConsumerRecord<byte[], byte[]> record) {
      return new Planted(
          record.partition(), record.key(), record.value(), List.of(record.headers().toArray()));
    }

    boolean is(String text) {
      return text.equals(new String(key, UTF_8));
    }

    Planted withKey(String other) {
      return new Planted(partition, bytes(other), value, headers);
    }

    Planted withValue(byte[] other) {
      return new Planted(partition, key, other, headers);
    }

    Planted withHeader(String name, String text) {
      Stream<Header> others = headers.stream().filter(header -> !header.key().equals(name));
      return new Planted(
          partition,
          key,
          value,
          Stream.concat(others, Stream.of(new RecordHeader(name, bytes(text)))).toList());
    }
  }

  static UnaryOperator<List<Planted>> without(String key) {
    return records -> records.stream().filter(record -> !record.is(key)).toList();
  }

  static UnaryOperator<List<Planted>> twice(String key) {
    return records ->
        records.stream()
            .flatMap(record -> record.is(key) ? Stream.of(record, record) : Stream.of(record))
            .toList();
  }

  static UnaryOperator<List<Planted>> junk(String key) {
    return each(key, record -> record.withValue(bytes("junk")));
  }

  static UnaryOperator<List<Planted>> header(String key, String name, String value) {
    return each(key, record -> record.withHeader(name, value));
  }

  static UnaryOperator<List<Planted>> each(String key, UnaryOperator<Planted> change) {
    return records ->
        records.stream().map(record -> record.is(key) ? change.apply(record) : record).toList();
  }

  /** Copies a topic with a fault in it, and returns the copy's name. */
  String plant(String topic, UnaryOperator<List<Planted>> fault) throws Exception {
    String copy = topic + "-" + UUID.randomUUID();
    boolean one =
        List.of(topics.deadLetters(), topics.sanctionedAddresses(), topics.listingHistory())
            .contains(topic);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrap()))) {
      admin.createTopics(List.of(new NewTopic(copy, one ? 1 : partitions, (short) 1))).all().get();
    }
    List<Planted> records = bed.committed(topic).stream().map(Planted::of).toList();
    List<Planted> changed = fault.apply(records);
    assertThat(changed).isNotEqualTo(records);
    send(copy, changed);
    return copy;
  }

  /** Takes the records before an offset from each partition, as retention does. */
  void forget(String topic, long before) throws Exception {
    Map<TopicPartition, RecordsToDelete> ends = new HashMap<>();
    for (int partition = 0; partition < partitions; partition++) {
      ends.put(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(before));
    }
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrap()))) {
      admin.deleteRecords(ends).all().get();
    }
  }

  /** A producer of transactions, for this id. */
  Producer<byte[], byte[]> transactional(String id) {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            cluster.bootstrap(),
            ProducerConfig.TRANSACTIONAL_ID_CONFIG,
            id),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  void send(String topic, List<Planted> records) {
    for (Planted record : records) {
      bed.send(
          new ProducerRecord<>(
              topic, record.partition(), record.key(), record.value(), record.headers()));
    }
  }

  /**
   * Audits.
   *
   * @param copies the topics to read instead of these
   */
  AuditReport run(Map<String, String> copies, AuditScope scope) throws IOException {
    return run(copies, scope, what -> {});
  }

  /**
   * Audits.
   *
   * @param begins is told what is about to be read
   */
  AuditReport run(Map<String, String> copies, AuditScope scope, Consumer<String> begins)
      throws IOException {
    UnaryOperator<String> name = topic -> copies.getOrDefault(topic, topic);
    return new Audit(
            Map.of("bootstrap.servers", cluster.bootstrap()),
            RegistrySerdes.at(cluster.registryUrl(), Map.of()),
            new AuditTopics(
                topics.transfers(),
                name.apply(topics.screenedTransfers()),
                name.apply(topics.sanctionedAddresses()),
                name.apply(topics.listingHistory()),
                name.apply(topics.alerts()),
                name.apply(topics.deadLetters())),
            Defaults.chains(Optional.empty()),
            clock)
        .run(
            scope,
            PATIENCE,
            work,
            (what, steps) -> {
              begins.accept(what);
              return new Quiet();
            });
  }

  /** An alert of which something is another. */
  static Alert changed(
      Alert alert, String id, Transfer transfer, List<Hit> hits, SourcePosition source) {
    return new Alert(
        id,
        alert.kind(),
        transfer,
        alert.abridged(),
        hits,
        alert.severity(),
        alert.action(),
        alert.policyRule(),
        alert.listPosition(),
        alert.raisedAt(),
        source,
        alert.summary());
  }

  static AuditScope scope(boolean lookback) {
    return new AuditScope(Optional.empty(), Optional.empty(), lookback, 20);
  }

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  /** Nobody watches. */
  private record Quiet() implements AuditProgress.Task {
    @Override
    public void reached(long step) {}

    @Override
    public void close() {}
  }
}
