package io.weir.it;

import static io.weir.domain.Samples.RONIN_EXPLOITER;
import static io.weir.domain.Samples.SOMEBODY;
import static io.weir.domain.Samples.SOMEBODY_ELSE;
import static io.weir.domain.Samples.ether;
import static io.weir.domain.Samples.lazarus;
import static io.weir.domain.Samples.listing;
import static io.weir.domain.Samples.roninKey;
import static io.weir.domain.Samples.withStatus;
import static io.weir.it.AuditBed.scope;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.weir.address.AddressKey;
import io.weir.audit.AuditReport;
import io.weir.audit.AuditScope;
import io.weir.audit.Difference.Kind;
import io.weir.config.Topics;
import io.weir.domain.Alert;
import io.weir.domain.AlertKind;
import io.weir.domain.Hit;
import io.weir.domain.ListEvent;
import io.weir.domain.Listing;
import io.weir.domain.Role;
import io.weir.domain.SourcePosition;
import io.weir.domain.TransferStatus;
import io.weir.it.AuditBed.Planted;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The audit of what screening and look-back really wrote, as it is and with faults planted. */
class LookbackAuditIT {
  private static final int PARTITIONS = 2;
  private static final String THIRD = "0x" + "3".repeat(40);
  private static final AddressKey LATE = key(SOMEBODY_ELSE);
  private static final AddressKey GONE = key(THIRD);
  private static final Listing LATE_LISTING = listing("EU", "7", "LATE", LATE, SOMEBODY_ELSE);
  private static final Listing GONE_LISTING = listing("EU", "8", "GONE", GONE, THIRD);

  @TempDir static Path clusterDir;
  @TempDir static Path dir;
  @TempDir static Path work;
  private static TestCluster cluster;
  private static ScreeningBed bed;
  private static AuditBed audits;
  private static Topics topics;

  private static AddressKey key(String address) {
    return AddressKey.parse("account:" + address.substring(2).toLowerCase(Locale.ROOT));
  }

  @BeforeAll
  static void lookBackAtAMix() {
    cluster = new TestCluster(clusterDir);
    bed = new ScreeningBed(cluster, dir, PARTITIONS, Map.of());
    topics = bed.config.topics();
    audits = new AuditBed(cluster, bed, PARTITIONS, work);
    bed.listed(roninKey(), lazarus());
    bed.start();
    bed.startLookback("lookback", Map.of());
    bed.transfer(ether("hit", RONIN_EXPLOITER, SOMEBODY));
    bed.transfer(ether("before", SOMEBODY_ELSE, SOMEBODY));
    bed.transfer(ether("gone", THIRD, SOMEBODY));
    // A drop that takes nothing back counts for the ids of what look-back raises later.
    bed.transfer(ether("back", SOMEBODY, SOMEBODY_ELSE));
    bed.transfer(withStatus(ether("back", SOMEBODY, SOMEBODY_ELSE), TransferStatus.DROPPED));
    bed.transfer(ether("back", SOMEBODY, SOMEBODY_ELSE));
    bed.committed(topics.screenedTransfers(), 6);
    bed.alerts(1);
    bed.listed(LATE, LATE_LISTING);
    bed.alerts(3);
    bed.listed(GONE, GONE_LISTING);
    bed.alerts(4);
    bed.delistedSoon(GONE);
    bed.flush();
    bed.alerts(5);
    bed.transfer(ether("after", SOMEBODY_ELSE, SOMEBODY));
    bed.alerts(6);
    bed.transfer(withStatus(ether("after", SOMEBODY_ELSE, SOMEBODY), TransferStatus.DROPPED));
    bed.alerts(7);
  }

  @AfterAll
  static void stop() {
    bed.close();
    cluster.close();
  }

  @Test
  void shouldHoldForWhatWasWritten() throws Exception {
    AuditReport report = audits.run(Map.of(), scope(true));

    assertThat(report.first()).isEmpty();
    assertThat(report.counts())
        .containsEntry("transfers", 8L)
        .containsEntry("alerts LOOKBACK", 3L)
        .containsEntry("alerts DELISTED", 1L)
        .containsEntry("hits due", 3L);
  }

  @Test
  void shouldNotCallForgedWhatIsOfATransferBeforeTheRange() throws Exception {
    Instant from = timeOf("after", 0);

    AuditReport report =
        audits.run(Map.of(), new AuditScope(Optional.of(from), Optional.empty(), true, 20));

    assertThat(report.first()).isEmpty();
    assertThat(report.counts()).containsEntry("transfers", 2L);
  }

  @Test
  void shouldNotCallMissedWhatARecordBehindTheRangeHasClosed() throws Exception {
    Instant to = timeOf("after", 1);

    AuditReport report =
        audits.run(Map.of(), new AuditScope(Optional.empty(), Optional.of(to), true, 20));

    assertThat(report.first()).isEmpty();
    assertThat(report.counts())
        .containsEntry("transfers", 7L)
        .containsEntry("transfers whose hits another record has changed since", 1L);
  }

  @Test
  void shouldKnowFromTheHistoryWhatTheCleanerHasTaken() throws Exception {
    String list = audits.plant(topics.sanctionedAddresses(), AuditBed.without(GONE.toString()));
    ListEvent added =
        new ListEvent(
            "load",
            Instant.EPOCH,
            ListEvent.Kind.ADDED,
            "EU",
            "SDN",
            Optional.of(GONE),
            Optional.of(GONE_LISTING),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    String history =
        audits.plant(
            topics.listingHistory(),
            none -> List.of(new Planted(0, AuditBed.bytes("EU/SDN"), bed.bytes(added), List.of())));

    AuditReport report =
        audits.run(
            Map.of(topics.sanctionedAddresses(), list, topics.listingHistory(), history),
            scope(true));

    assertThat(report.first()).isEmpty();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault(
            "a look-back's alert is missing",
            Kind.HIT_MISSED,
            without(LookbackAuditIT::isLookbackOfBefore)),
        fault("it is there twice", Kind.HIT_REPEATED, twice(LookbackAuditIT::isLookbackOfBefore)),
        fault(
            "it is of a record that is not there",
            Kind.ALERT_FORGED,
            each(
                LookbackAuditIT::isLookbackOfBefore,
                alert -> at(alert, alert.source().offset() + 5_000))),
        fault(
            "it names a party that does not take part",
            Kind.ALERT_FORGED,
            each(
                LookbackAuditIT::isLookbackOfBefore,
                alert -> with(alert, alert.alertId(), hit -> role(hit, Role.RECEIVER)))),
        fault(
            "its id is another",
            Kind.ID_WRONG,
            each(
                LookbackAuditIT::isLookbackOfBefore,
                alert -> with(alert, "0".repeat(32), hit -> hit))),
        fault(
            "the id of its hit is another",
            Kind.ID_WRONG,
            each(
                LookbackAuditIT::isLookbackOfBefore,
                alert -> with(alert, alert.alertId(), hit -> id(hit, "0".repeat(32))))),
        fault(
            "it stands under another transfer",
            Kind.ALERT_MISMATCHED,
            records ->
                records.stream()
                    .map(each -> isLookbackOfBefore(each) ? each.withKey("hit") : each)
                    .toList()),
        fault(
            "a delisting was not told", Kind.HIT_NOT_CLOSED, without(LookbackAuditIT::isDelisted)),
        fault(
            "what was never opened is closed",
            Kind.HIT_NEVER_OPENED,
            without(record -> kind(record) == AlertKind.LOOKBACK && record.is("gone"))),
        fault(
            "a drop takes nothing back",
            Kind.HIT_NOT_CLOSED,
            without(LookbackAuditIT::isRetracted)));
  }

  private static boolean isLookbackOfBefore(Planted record) {
    return kind(record) == AlertKind.LOOKBACK && record.is("before");
  }

  private static boolean isDelisted(Planted record) {
    return kind(record) == AlertKind.DELISTED;
  }

  private static boolean isRetracted(Planted record) {
    return kind(record) == AlertKind.RETRACTED;
  }

  @ParameterizedTest
  @MethodSource("faults")
  void shouldFind(Kind expected, UnaryOperator<List<Planted>> fault) throws Exception {
    String copy = audits.plant(topics.alerts(), fault);

    AuditReport report = audits.run(Map.of(topics.alerts(), copy), scope(true));

    assertThat(report.differences()).containsKey(expected);
  }

  private static Arguments fault(String what, Kind expected, UnaryOperator<List<Planted>> fault) {
    return arguments(named(what, expected), fault);
  }

  private static AlertKind kind(Planted record) {
    return bed.alert(record.value()).kind();
  }

  private static UnaryOperator<List<Planted>> without(Predicate<Planted> which) {
    return records -> records.stream().filter(which.negate()).toList();
  }

  private static UnaryOperator<List<Planted>> twice(Predicate<Planted> which) {
    return records -> {
      List<Planted> more = new ArrayList<>(records);
      records.stream().filter(which).forEach(more::add);
      return more;
    };
  }

  private static UnaryOperator<List<Planted>> each(
      Predicate<Planted> which, UnaryOperator<Alert> change) {
    return records ->
        records.stream()
            .map(
                record ->
                    which.test(record)
                        ? record.withValue(bed.bytes(change.apply(bed.alert(record.value()))))
                        : record)
            .toList();
  }

  private static Alert at(Alert alert, long offset) {
    SourcePosition source = alert.source();
    return AuditBed.changed(
        alert,
        alert.alertId(),
        alert.transfer(),
        alert.hits(),
        new SourcePosition(source.topic(), source.partition(), offset));
  }

  private static Alert with(Alert alert, String id, UnaryOperator<Hit> change) {
    List<Hit> hits = alert.hits().stream().map(change).toList();
    return AuditBed.changed(alert, id, alert.transfer(), hits, alert.source());
  }

  private static Hit role(Hit hit, Role role) {
    return new Hit(
        hit.hitId(), role, hit.address(), hit.key(), hit.match(), hit.listing(), hit.allowedBy());
  }

  private static Hit id(Hit hit, String id) {
    return new Hit(
        id, hit.role(), hit.address(), hit.key(), hit.match(), hit.listing(), hit.allowedBy());
  }

  /** When a record of a transfer was sent, counted from 0. */
  private static Instant timeOf(String transferId, int which) {
    List<ConsumerRecord<byte[], byte[]>> records =
        bed.committed(topics.transfers()).stream()
            .filter(record -> new String(record.key(), UTF_8).equals(transferId))
            .toList();
    return Instant.ofEpochMilli(records.get(which).timestamp());
  }
}
