package io.weir.it;

import static io.weir.domain.Samples.RONIN_EXPLOITER;
import static io.weir.domain.Samples.SOMEBODY;
import static io.weir.domain.Samples.SOMEBODY_ELSE;
import static io.weir.domain.Samples.ether;
import static io.weir.domain.Samples.lazarus;
import static io.weir.domain.Samples.listing;
import static io.weir.domain.Samples.on;
import static io.weir.domain.Samples.roninKey;
import static io.weir.domain.Samples.withStatus;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.weir.address.AddressKey;
import io.weir.audit.Audit;
import io.weir.audit.AuditProgress;
import io.weir.audit.AuditReport;
import io.weir.audit.AuditScope;
import io.weir.audit.AuditTopics;
import io.weir.audit.Difference.Kind;
import io.weir.avro.RegistrySerdes;
import io.weir.config.Topics;
import io.weir.domain.Alert;
import io.weir.domain.Party;
import io.weir.domain.TransferStatus;
import io.weir.runtime.Defaults;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The audit of what screening really wrote, as it is and with faults planted. */
class AuditIT {
  private static final int PARTITIONS = 2;
  private static final AddressKey OTHER_KEY =
      AddressKey.parse("account:" + SOMEBODY_ELSE.substring(2).toLowerCase(Locale.ROOT));

  private static final Function<Topics, String> ALERTS = Topics::alerts;
  private static final Function<Topics, String> SCREENED = Topics::screenedTransfers;
  private static final Function<Topics, String> LETTERS = Topics::deadLetters;

  /** For screened records that will never come. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  @TempDir static Path clusterDir;
  @TempDir static Path dir;
  @TempDir static Path work;
  private static TestCluster cluster;
  private static ScreeningBed bed;
  private static Topics topics;

  /** A record of a copied topic. */
  @SuppressWarnings("ArrayRecordComponent") // compared by identity, which a change gives up
  private record Planted(int partition, byte[] key, byte @Nullable [] value, List<Header> headers) {

    static Planted of(ConsumerRecord<byte[], byte[]> record) {
      return new Planted(
          record.partition(), record.key(), record.value(), List.of(record.headers().toArray()));
    }

    boolean is(String text) {
      return text.equals(new String(key, UTF_8));
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

  @BeforeAll
  static void screenAMix() {
    cluster = new TestCluster(clusterDir);
    bed = new ScreeningBed(cluster, dir, PARTITIONS, Map.of());
    topics = bed.config.topics();
    bed.listed(roninKey(), lazarus());
    bed.start();
    for (int i = 0; i < 20; i++) {
      bed.transfer(ether("clear-" + i, SOMEBODY, "0x" + "4".repeat(40)));
    }
    bed.transfer(ether("hit", RONIN_EXPLOITER, SOMEBODY));
    bed.transfer(ether("hit", RONIN_EXPLOITER, SOMEBODY));
    bed.transfer(ether("hit-twice", RONIN_EXPLOITER, RONIN_EXPLOITER));
    bed.transfer(ether("dropped", SOMEBODY, RONIN_EXPLOITER));
    bed.transfer(withStatus(ether("dropped", SOMEBODY, RONIN_EXPLOITER), TransferStatus.DROPPED));
    bed.transfer(ether("back", SOMEBODY, RONIN_EXPLOITER));
    bed.transfer(withStatus(ether("back", SOMEBODY, RONIN_EXPLOITER), TransferStatus.DROPPED));
    bed.transfer(ether("back", SOMEBODY, RONIN_EXPLOITER));
    bed.transfer(ether("half", RONIN_EXPLOITER, "not an address"));
    bed.transfer(ether("bad", SOMEBODY, "not an address"));
    bed.transfer(
        on(
            "eip155:424242",
            "nowhere",
            TransferStatus.CONFIRMED,
            List.of(Party.of(SOMEBODY)),
            List.of(Party.of(SOMEBODY))));
    bed.send(new ProducerRecord<>(topics.transfers(), bytes("junk"), bytes("junk")));
    bed.send(new ProducerRecord<>(topics.transfers(), bytes("nothing"), null));
    bed.transfer(ether("before", SOMEBODY_ELSE, SOMEBODY));
    bed.committed(topics.screenedTransfers(), 34);
    bed.listed(OTHER_KEY, listing("EU", "7", "LATE", OTHER_KEY, SOMEBODY_ELSE));
    bed.transfer(ether("after", SOMEBODY_ELSE, SOMEBODY));
    bed.committed(topics.screenedTransfers(), 35);
  }

  @AfterAll
  static void stop() {
    bed.close();
    cluster.close();
  }

  @Test
  void shouldHoldForWhatScreeningWrote() throws Exception {
    AuditReport report = audit(Map.of(), scope(false));

    assertThat(report.first()).isEmpty();
    assertThat(report.holds()).isTrue();
    assertThat(report.counts())
        .containsEntry("transfers", 35L)
        .containsEntry("clear", 21L)
        .containsEntry("unscreenable", 4L)
        .containsEntry("flagged", 10L)
        .containsEntry("dead letters", 5L)
        .containsEntry("hits due", 6L);
  }

  @Test
  void shouldMissWhatLookBackShouldHaveFound() throws Exception {
    AuditReport report = audit(Map.of(), scope(true));

    assertThat(report.differences()).containsOnly(Map.entry(Kind.HIT_MISSED, 1L));
    assertThat(report.first().get(0).transferId()).isEqualTo("before");
    assertThat(report.first().get(0).detail()).contains("look-back should have opened it");
  }

  @Test
  void shouldLeaveOutWhatWasBefore() throws Exception {
    AuditReport report =
        audit(
            Map.of(),
            new AuditScope(
                Optional.of(Instant.now().plus(Duration.ofDays(1))), Optional.empty(), false, 20));

    assertThat(report.holds()).isTrue();
    assertThat(report.counts()).doesNotContainKey("transfers");
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("an alert is missing", Kind.HIT_MISSED, ALERTS, without("hit")),
        fault("an alert is there twice", Kind.HIT_REPEATED, ALERTS, twice("hit")),
        fault("an alert is junk", Kind.ALERT_UNREADABLE, ALERTS, junk("hit")),
        fault("an alert is about nothing", Kind.ALERT_FORGED, ALERTS, moved("hit", "clear-3")),
        fault("a screened record is missing", Kind.NOT_SCREENED, SCREENED, without("clear-7")),
        fault("a screened record is there twice", Kind.SCREENED_TWICE, SCREENED, twice("clear-7")),
        fault(
            "a flagged record is called clear",
            Kind.WRONG_OUTCOME,
            SCREENED,
            header("half", "weir-outcome", "CLEAR")),
        fault(
            "a clear record is called flagged",
            Kind.WRONG_OUTCOME,
            SCREENED,
            header("clear-7", "weir-outcome", "FLAGGED")),
        fault(
            "a hit is not recorded",
            Kind.HIT_NOT_RECORDED,
            SCREENED,
            header("half", "weir-hits", "")),
        fault(
            "a hit is recorded that is none",
            Kind.HIT_FORGED,
            SCREENED,
            header("clear-7", "weir-hits", "0".repeat(32))),
        fault(
            "a reason is another",
            Kind.WRONG_REASON,
            SCREENED,
            header("bad", "weir-reason", "NO_PARTY")),
        fault(
            "a position is no number",
            Kind.BAD_VERDICT,
            SCREENED,
            header("clear-7", "weir-list-position", "x")),
        fault("a dead letter is missing", Kind.DEAD_LETTER_MISSING, LETTERS, without("bad")),
        fault("a dead letter is there twice", Kind.DEAD_LETTER_UNEXPECTED, LETTERS, twice("bad")),
        fault(
            "a dead letter has another reason",
            Kind.DEAD_LETTER_WRONG,
            LETTERS,
            header("bad", "weir-reason", "NO_PARTY")),
        fault("a dead letter has other bytes", Kind.DEAD_LETTER_WRONG, LETTERS, junk("bad")),
        fault(
            "a dead letter is of a record that was never there",
            Kind.DEAD_LETTER_UNEXPECTED,
            LETTERS,
            header("bad", "__streams.errors.offset", "5000")));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void shouldFind(Kind expected, Function<Topics, String> topic, UnaryOperator<List<Planted>> fault)
      throws Exception {
    String copy = plant(topic.apply(topics), fault);

    AuditReport report = audit(Map.of(topic.apply(topics), copy), scope(false));

    assertThat(report.differences()).containsKey(expected);
  }

  private static Arguments fault(
      String what,
      Kind expected,
      Function<Topics, String> topic,
      UnaryOperator<List<Planted>> fault) {
    return arguments(named(what, expected), topic, fault);
  }

  private static UnaryOperator<List<Planted>> without(String key) {
    return records -> records.stream().filter(record -> !record.is(key)).toList();
  }

  private static UnaryOperator<List<Planted>> twice(String key) {
    return records ->
        records.stream()
            .flatMap(record -> record.is(key) ? Stream.of(record, record) : Stream.of(record))
            .toList();
  }

  private static UnaryOperator<List<Planted>> junk(String key) {
    return each(key, record -> record.withValue(bytes("junk")));
  }

  private static UnaryOperator<List<Planted>> header(String key, String name, String value) {
    return each(key, record -> record.withHeader(name, value));
  }

  /** An alert that exists, told of another transfer. */
  private static UnaryOperator<List<Planted>> moved(String from, String to) {
    return each(
        from,
        record -> {
          try (Serde<Alert> alerts = serdes().alert()) {
            Alert alert = alerts.deserializer().deserialize("", record.value());
            Alert other =
                new Alert(
                    alert.alertId(),
                    alert.kind(),
                    ether(to, SOMEBODY, SOMEBODY),
                    alert.abridged(),
                    alert.hits(),
                    alert.severity(),
                    alert.action(),
                    alert.policyRule(),
                    alert.listPosition(),
                    alert.raisedAt(),
                    alert.source(),
                    alert.summary());
            return new Planted(
                record.partition(),
                bytes(to),
                alerts.serializer().serialize(topics.alerts(), other),
                record.headers());
          }
        });
  }

  private static UnaryOperator<List<Planted>> each(String key, UnaryOperator<Planted> change) {
    return records ->
        records.stream().map(record -> record.is(key) ? change.apply(record) : record).toList();
  }

  /** Copies a topic with a fault in it, and returns the copy's name. */
  private static String plant(String topic, UnaryOperator<List<Planted>> fault) throws Exception {
    String copy = topic + "-" + UUID.randomUUID();
    int partitions = topic.equals(topics.deadLetters()) ? 1 : PARTITIONS;
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrap()))) {
      admin.createTopics(List.of(new NewTopic(copy, partitions, (short) 1))).all().get();
    }
    List<Planted> records = bed.committed(topic).stream().map(Planted::of).toList();
    List<Planted> changed = fault.apply(records);
    assertThat(changed).isNotEqualTo(records);
    for (Planted record : changed) {
      bed.send(
          new ProducerRecord<>(
              copy, record.partition(), record.key(), record.value(), record.headers()));
    }
    return copy;
  }

  private static AuditReport audit(Map<String, String> copies, AuditScope scope)
      throws IOException {
    UnaryOperator<String> name = topic -> copies.getOrDefault(topic, topic);
    return new Audit(
            Map.of("bootstrap.servers", cluster.bootstrap()),
            serdes(),
            new AuditTopics(
                topics.transfers(),
                name.apply(topics.screenedTransfers()),
                topics.sanctionedAddresses(),
                topics.listingHistory(),
                name.apply(topics.alerts()),
                name.apply(topics.deadLetters())),
            Defaults.chains(Optional.empty()),
            Clock.systemUTC())
        .run(scope, PATIENCE, work, (what, steps) -> new Quiet());
  }

  private static AuditScope scope(boolean lookback) {
    return new AuditScope(Optional.empty(), Optional.empty(), lookback, 20);
  }

  private static RegistrySerdes serdes() {
    return RegistrySerdes.at(cluster.registryUrl(), Map.of());
  }

  private static byte[] bytes(String text) {
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
