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
import static io.weir.it.AuditBed.bytes;
import static io.weir.it.AuditBed.header;
import static io.weir.it.AuditBed.junk;
import static io.weir.it.AuditBed.scope;
import static io.weir.it.AuditBed.twice;
import static io.weir.it.AuditBed.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.weir.address.AddressKey;
import io.weir.audit.AuditReport;
import io.weir.audit.AuditScope;
import io.weir.audit.AuditTopicMissing;
import io.weir.audit.Difference.Kind;
import io.weir.cli.CommandFixture;
import io.weir.cli.ExitCode;
import io.weir.config.Topics;
import io.weir.domain.Alert;
import io.weir.domain.Party;
import io.weir.domain.TransferStatus;
import io.weir.it.AuditBed.Planted;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
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

  @TempDir static Path clusterDir;
  @TempDir static Path dir;
  @TempDir static Path work;
  private static TestCluster cluster;
  private static ScreeningBed bed;
  private static AuditBed audits;
  private static Topics topics;

  @BeforeAll
  static void screenAMix() {
    cluster = new TestCluster(clusterDir);
    bed = new ScreeningBed(cluster, dir, PARTITIONS, Map.of());
    topics = bed.config.topics();
    audits = new AuditBed(cluster, bed, PARTITIONS, work);
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
    AuditReport report = audits.run(Map.of(), scope(false));

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
    AuditReport report = audits.run(Map.of(), scope(true));

    assertThat(report.differences()).containsOnly(Map.entry(Kind.HIT_MISSED, 1L));
    assertThat(report.first().get(0).transferId()).isEqualTo("before");
    assertThat(report.first().get(0).detail()).contains("look-back should have opened it");
  }

  @Test
  void shouldLeaveOutWhatWasBefore() throws Exception {
    AuditReport report =
        audits.run(
            Map.of(),
            new AuditScope(
                Optional.of(Instant.now().plus(Duration.ofDays(1))), Optional.empty(), false, 20));

    assertThat(report.holds()).isTrue();
    assertThat(report.counts()).doesNotContainKey("transfers");
  }

  @Test
  void shouldSayWhichTopicIsMissing() {
    assertThatThrownBy(() -> audits.run(Map.of(topics.alerts(), "no-such-topic"), scope(false)))
        .isInstanceOf(AuditTopicMissing.class)
        .hasMessageContaining("The topic no-such-topic does not exist.");
  }

  @Test
  void shouldRefuseToCallARangeWithoutTransfersRight() {
    CommandFixture audit = command("--to", "2020-01-01");

    assertThat(audit.exitCode()).as(audit.toString()).isEqualTo(ExitCode.USAGE.number());
    assertThat(audit.err()).contains("No transfer lies between --from and --to");
  }

  @Test
  void shouldEndAsWhateverNeedsATopicThatIsMissing() {
    CommandFixture audit = command("--set", "weir.topics.prefix=nowhere.");

    assertThat(audit.exitCode()).as(audit.toString()).isEqualTo(ExitCode.TOPICS.number());
    assertThat(audit.err()).contains("The topic nowhere.transfers does not exist.");
  }

  private static CommandFixture command(String... more) {
    List<String> args = new ArrayList<>(List.of("audit", "--config"));
    args.add(bed.configFile("audit", Map.of()).toString());
    args.addAll(List.of(more));
    return CommandFixture.weir(args.toArray(String[]::new));
  }

  @Test
  void shouldFindADeadLetterThatIsWrittenWhileItReads() throws Exception {
    List<Planted> later = new ArrayList<>();
    String screened =
        audits.plant(
            topics.screenedTransfers(),
            records -> {
              Planted bad =
                  records.stream().filter(each -> each.is("bad")).findFirst().orElseThrow();
              records.stream()
                  .skip(records.indexOf(bad))
                  .filter(each -> each.partition() == bad.partition())
                  .forEach(later::add);
              return records.stream().filter(each -> !later.contains(each)).toList();
            });
    List<Planted> letter = new ArrayList<>();
    String letters =
        audits.plant(
            topics.deadLetters(),
            records -> {
              records.stream().filter(each -> each.is("bad")).forEach(letter::add);
              return without("bad").apply(records);
            });
    String follows = "Reading " + screened + "-" + later.get(0).partition();

    AuditReport report =
        audits.run(
            Map.of(topics.screenedTransfers(), screened, topics.deadLetters(), letters),
            scope(false),
            what -> {
              if (what.equals(follows) && !letter.isEmpty()) {
                audits.send(letters, letter);
                audits.send(screened, later);
                letter.clear();
              }
            });

    assertThat(letter).as("what was sent meanwhile").isEmpty();
    assertThat(report.first()).isEmpty();
  }

  @Test
  void shouldSayThatItCannotTellWhoseTheScreenedRecordsAre() throws Exception {
    String screened =
        audits.plant(
            topics.screenedTransfers(),
            records -> records.stream().map(record -> record.withKey("nobody's")).toList());
    audits.forget(screened, 1);

    AuditReport report = audits.run(Map.of(topics.screenedTransfers(), screened), scope(false));

    assertThat(report.differences()).containsEntry(Kind.NOT_ALIGNED, (long) PARTITIONS);
  }

  @Test
  void shouldFindATransactionThatNobodyEnds() throws Exception {
    Duration minutes = Duration.ofMinutes(2);
    AuditBed later =
        new AuditBed(cluster, bed, PARTITIONS, work, Clock.offset(Clock.systemUTC(), minutes));
    String alerts = audits.plant(topics.alerts(), twice("hit"));
    Map<String, String> copies = Map.of(topics.alerts(), alerts);
    try (Producer<byte[], byte[]> producer = audits.transactional("forgotten")) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(alerts, 0, bytes("hit"), bytes("never seen"))).get();

      assertThat(later.run(copies, scope(false)).differences())
          .containsEntry(Kind.OPEN_TRANSACTION, 1L);
      // A commit may take a moment.
      assertThat(audits.run(copies, scope(false)).differences())
          .doesNotContainKey(Kind.OPEN_TRANSACTION);
      producer.abortTransaction();
    }
    assertThat(later.run(copies, scope(false)).differences())
        .doesNotContainKey(Kind.OPEN_TRANSACTION);
  }

  /** An alert that exists, told of another transfer. */
  private static UnaryOperator<List<Planted>> moved(String from, String to) {
    return AuditBed.each(
        from,
        record -> {
          Alert alert = bed.alert(record.value());
          Alert other =
              AuditBed.changed(
                  alert,
                  alert.alertId(),
                  ether(to, SOMEBODY, SOMEBODY),
                  alert.hits(),
                  alert.source());
          return record.withKey(to).withValue(bed.bytes(other));
        });
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
    String copy = audits.plant(topic.apply(topics), fault);

    AuditReport report = audits.run(Map.of(topic.apply(topics), copy), scope(false));

    assertThat(report.differences()).containsKey(expected);
  }

  private static Arguments fault(
      String what,
      Kind expected,
      Function<Topics, String> topic,
      UnaryOperator<List<Planted>> fault) {
    return arguments(named(what, expected), topic, fault);
  }
}
