package io.weir.lookback;

import static io.weir.domain.Samples.RONIN_EXPLOITER;
import static io.weir.domain.Samples.SOMEBODY;
import static io.weir.domain.Samples.SOMEBODY_ELSE;
import static io.weir.domain.Samples.ether;
import static io.weir.domain.Samples.lazarus;
import static io.weir.domain.Samples.listing;
import static io.weir.domain.Samples.on;
import static io.weir.domain.Samples.roninKey;
import static io.weir.domain.Samples.withStatus;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.address.AddressKey;
import io.weir.domain.Action;
import io.weir.domain.Alert;
import io.weir.domain.AlertKind;
import io.weir.domain.Hit;
import io.weir.domain.Ids;
import io.weir.domain.Listing;
import io.weir.domain.ListingChange;
import io.weir.domain.LookbackQuestion;
import io.weir.domain.LookbackReport;
import io.weir.domain.LookbackReport.State;
import io.weir.domain.Party;
import io.weir.domain.Role;
import io.weir.domain.Source;
import io.weir.domain.SourcePosition;
import io.weir.domain.Transfer;
import io.weir.domain.TransferStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookbackTopologyTest {
  private static final AddressKey NOBODY = AddressKey.text("nobody");

  @TempDir Path dir;

  private LookbackFixture fixture() {
    return fixture(10, 4);
  }

  private LookbackFixture fixture(int segmentRecords, int pageRecords) {
    LookbackFixture fixture = new LookbackFixture(dir, segmentRecords, pageRecords);
    fixture.listed(NOBODY, listing("OFAC", "1", "NOBODY", NOBODY, "nobody"));
    return fixture;
  }

  private static Transfer touching(String id) {
    return ether(id, SOMEBODY, RONIN_EXPLOITER);
  }

  private static Transfer harmless(String id) {
    return ether(id, SOMEBODY, SOMEBODY_ELSE);
  }

  private static String hit(String transferId) {
    return Ids.hit(transferId, Role.RECEIVER, roninKey(), lazarus().listingId());
  }

  private static List<String> hitIds(List<Alert> alerts) {
    return alerts.stream().flatMap(alert -> alert.hits().stream()).map(Hit::hitId).toList();
  }

  @Test
  void shouldAlertTheTransfersThatPassedBeforeAListing() {
    try (LookbackFixture weir = fixture()) {
      weir.screened(harmless("t0"), 0);
      weir.screened(touching("t1"), 0);

      weir.listed(roninKey(), lazarus());
      weir.pages(1);

      assertThat(weir.alerts())
          .singleElement()
          .satisfies(
              alert -> {
                assertThat(alert.kind()).isEqualTo(AlertKind.LOOKBACK);
                assertThat(alert.transfer()).isEqualTo(touching("t1"));
                assertThat(alert.hits()).extracting(Hit::hitId).containsExactly(hit("t1"));
                assertThat(alert.action()).isEqualTo(Action.BLOCK);
                assertThat(alert.listPosition()).isEqualTo(1);
                assertThat(alert.source())
                    .isEqualTo(new SourcePosition("screened-transfers", 0, 1));
                assertThat(alert.alertId())
                    .isEqualTo(
                        Ids.lookbackAlert("t1", AlertKind.LOOKBACK, List.of(hit("t1")), 1, 0));
              });
    }
  }

  @Test
  void shouldTakeInEachOfThoseThatCameTogether() {
    try (LookbackFixture weir = fixture(3, 4)) {
      weir.listed(roninKey(), lazarus());

      // Screened before the listing: it is due on arrival.
      weir.polled(0, harmless("t0"), touching("t1"), harmless("t2"), harmless("t3"));

      assertThat(weir.alerts())
          .singleElement()
          .satisfies(
              alert -> {
                assertThat(alert.hits()).extracting(Hit::hitId).containsExactly(hit("t1"));
                assertThat(alert.source())
                    .isEqualTo(new SourcePosition("screened-transfers", 0, 1));
              });
      weir.delisted(roninKey());
      weir.pages(2);
      assertThat(weir.alerts())
          .singleElement()
          .satisfies(alert -> assertThat(alert.kind()).isEqualTo(AlertKind.DELISTED));
      assertThat(weir.meters.get("weir.lookback.segments").gauge().value()).isEqualTo(1);
    }
  }

  /** The last character differs, and with it the checksum alone. */
  @Test
  void shouldNotTakeATextForTheListedAddressItLooksLike() {
    String listed = "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2";
    String damaged = "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3";
    AddressKey key =
        AddressKey.pubkeyHash(HexFormat.of().parseHex("77bff20c60e522dfaa3350c39b030a5d004e839a"));
    try (LookbackFixture weir = fixture()) {
      weir.screened(bitcoin("before", damaged, "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy"), 0);
      weir.screened(bitcoin("found", listed, damaged), 0);

      weir.listed(key, listing("OFAC", "7", "SOMEBODY", key, listed));
      weir.pages(1);
      weir.screened(bitcoin("after", damaged, "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy"), 0);
      weir.screened(bitcoin("late", damaged, listed), 0);

      assertThat(weir.alerts())
          .extracting(alert -> alert.transfer().transferId())
          .containsExactly("found", "late");
    }
  }

  private static Transfer bitcoin(String id, String from, String to) {
    return on(
        "bip122:000000000019d6689c085ae165831e93",
        id,
        TransferStatus.CONFIRMED,
        List.of(Party.of(from)),
        List.of(Party.of(to)));
  }

  @Test
  void shouldForgetTheHitsOfTransfersThatRetentionHasTaken() {
    try (LookbackFixture weir = fixture()) {
      weir.listed(roninKey(), lazarus());
      weir.screened(touching("t0"), 1, hit("t0"));
      weir.screened(withStatus(touching("dropped"), TransferStatus.DROPPED), 1);
      weir.screened(touching("t1"), 1, hit("t1"));
      weir.screened(touching("t0"), 1, hit("t0"));
      weir.aMinute();
      assertThat(weir.lives()).isEqualTo(3);

      weir.log.expire(LookbackFixture.SCREENED, 3);
      weir.aMinute();

      assertThat(weir.lives()).as("a record of t0 is still there").isOne();
      weir.delisted(roninKey());
      weir.pages(1);
      assertThat(hitIds(weir.alerts())).containsExactly(hit("t0"));
    }
  }

  @Test
  void shouldRememberAClosedHitThatScreeningDoesNotOpenAgain() {
    try (LookbackFixture weir = fixture()) {
      weir.listed(roninKey(), lazarus());
      weir.screened(touching("t0"), 1, hit("t0"));
      weir.delisted(roninKey());
      weir.pages(1);
      weir.log.expire(LookbackFixture.SCREENED, 1);
      weir.aMinute();
      weir.listed(roninKey(), lazarus());
      weir.pages(1);
      weir.screened(touching("t0"), 3, hit("t0"));

      assertThat(weir.alerts())
          .extracting(Alert::kind)
          .containsExactly(AlertKind.DELISTED, AlertKind.LOOKBACK);
    }
  }

  @Test
  void shouldReportWhatItLookedThrough() {
    try (LookbackFixture weir = fixture()) {
      weir.screened(touching("t0"), 0);
      for (int i = 1; i < 25; i++) {
        weir.screened(harmless("t" + i), 0);
      }

      weir.listed(roninKey(), lazarus());
      weir.pages(5);

      assertThat(weir.alerts()).hasSize(1);
      assertThat(weir.reports())
          .last()
          .satisfies(
              report -> {
                assertThat(report.state()).isEqualTo(State.FINISHED);
                assertThat(report.key()).isEqualTo(roninKey());
                assertThat(report.added()).containsExactly(lazarus());
                assertThat(report.range().fromOffset()).isZero();
                assertThat(report.range().toOffset()).isEqualTo(25);
                assertThat(report.range().nextOffset()).isEqualTo(25);
                // One of two closed segments holds the address; the open one does not.
                assertThat(report.work()).isEqualTo(new LookbackReport.Work(3, 1, 10, 1, 1, 0));
              });
      assertThat(weir.log.read).as("one segment's transfers").isEqualTo(10);
    }
  }

  @Test
  void shouldLeaveOutWhatScreeningFound() {
    try (LookbackFixture weir = fixture()) {
      weir.screened(touching("t1"), 0, hit("t1"));

      weir.listed(roninKey(), lazarus());
      weir.pages(2);

      assertThat(weir.alerts()).isEmpty();
      assertThat(weir.reports()).last().satisfies(r -> assertThat(r.work().matched()).isOne());
    }
  }

  @Test
  void shouldNotReadWhatWasScreenedAfterTheListing() {
    try (LookbackFixture weir = fixture()) {
      weir.screened(touching("t1"), 1, hit("t1"));

      weir.listed(roninKey(), lazarus());
      weir.pages(2);

      assertThat(weir.alerts()).isEmpty();
      assertThat(weir.reports()).isEmpty();
    }
  }

  @Test
  void shouldCheckWhatArrivesAgainstWhatItWasNotScreenedAgainst() {
    try (LookbackFixture weir = fixture()) {
      weir.listed(roninKey(), lazarus());
      weir.screened(touching("t1"), 0);
      weir.screened(touching("t2"), 1, hit("t2"));
      weir.unscreened(touching("t3"));

      assertThat(hitIds(weir.alerts())).containsExactly(hit("t1"), hit("t3"));
      weir.pages(3);
      assertThat(weir.alerts()).isEmpty();
    }
  }

  @Test
  void shouldCloseWhatWasOpenedWhenTheListingGoes() {
    try (LookbackFixture weir = fixture()) {
      weir.screened(touching("t0"), 0);
      weir.listed(roninKey(), lazarus());
      weir.pages(2);
      weir.screened(touching("t1"), 1, hit("t1"));
      assertThat(weir.alerts()).hasSize(1);

      weir.delisted(roninKey());
      weir.pages(2);

      assertThat(weir.alerts())
          .hasSize(2)
          .allSatisfy(
              alert -> {
                assertThat(alert.kind()).isEqualTo(AlertKind.DELISTED);
                assertThat(alert.listPosition()).isEqualTo(2);
                assertThat(alert.hits()).extracting(Hit::listing).containsExactly(lazarus());
              });
      // The race: screened before the row went, seen after.
      weir.screened(touching("t2"), 1, hit("t2"));
      assertThat(weir.alerts()).extracting(Alert::kind).containsExactly(AlertKind.DELISTED);
    }
  }

  @Test
  void shouldAlertAnewWhatIsListedAgain() {
    try (LookbackFixture weir = fixture()) {
      weir.screened(touching("t0"), 0);
      weir.listed(roninKey(), lazarus());
      weir.pages(2);
      weir.delisted(roninKey());
      weir.pages(2);
      weir.listed(roninKey(), lazarus());
      weir.pages(2);
      Listing other = listing("EU", "9", "LAZARUS", roninKey(), RONIN_EXPLOITER);
      weir.listed(roninKey(), lazarus(), other);
      weir.pages(2);

      List<Alert> alerts = weir.alerts();
      assertThat(alerts)
          .extracting(Alert::kind)
          .containsExactly(
              AlertKind.LOOKBACK, AlertKind.DELISTED, AlertKind.LOOKBACK, AlertKind.LOOKBACK);
      assertThat(alerts).extracting(Alert::alertId).doesNotHaveDuplicates();
      assertThat(alerts.get(3).hits()).extracting(Hit::listing).containsExactly(other);
    }
  }

  @Test
  void shouldNotAlertAmendments() {
    try (LookbackFixture weir = fixture()) {
      weir.screened(touching("t0"), 0);
      weir.listed(roninKey(), lazarus());
      weir.pages(2);
      assertThat(weir.alerts()).hasSize(1);

      weir.listed(roninKey(), lazarus().withSource(new Source("b", "c", Optional.empty())));
      weir.pages(2);

      assertThat(weir.alerts()).isEmpty();
    }
  }

  @Test
  void shouldRaiseNothingForWhatWasDropped() {
    try (LookbackFixture weir = fixture()) {
      weir.screened(touching("t0"), 0);
      weir.screened(withStatus(touching("t0"), TransferStatus.DROPPED), 0);

      weir.listed(roninKey(), lazarus());
      weir.pages(2);

      assertThat(weir.alerts()).isEmpty();
    }
  }

  @Test
  void shouldRetractWhatItOpened() {
    try (LookbackFixture weir = fixture()) {
      weir.screened(touching("t0"), 0);
      weir.listed(roninKey(), lazarus());
      weir.pages(2);
      weir.alerts();

      weir.screened(withStatus(touching("t0"), TransferStatus.DROPPED), 1, hit("t0"));

      assertThat(weir.alerts())
          .singleElement()
          .satisfies(
              alert -> {
                assertThat(alert.kind()).isEqualTo(AlertKind.RETRACTED);
                assertThat(hitIds(List.of(alert))).containsExactly(hit("t0"));
              });
    }
  }

  @Test
  void shouldRetractWhatItOpenedAlsoWhenTheDropNamesFewerParties() {
    try (LookbackFixture weir = fixture()) {
      weir.screened(touching("t0"), 0);
      weir.listed(roninKey(), lazarus());
      weir.pages(2);
      weir.alerts();

      weir.screened(withStatus(harmless("t0"), TransferStatus.DROPPED), 1);

      assertThat(weir.alerts())
          .singleElement()
          .satisfies(
              alert -> {
                assertThat(alert.kind()).isEqualTo(AlertKind.RETRACTED);
                assertThat(hitIds(List.of(alert))).containsExactly(hit("t0"));
              });
    }
  }

  @Test
  void shouldAlertATransferOnceThatLiesInTheLogTwice() {
    try (LookbackFixture weir = fixture()) {
      weir.screened(touching("t0"), 0);
      weir.screened(touching("t0"), 0);

      weir.listed(roninKey(), lazarus());
      weir.pages(2);

      assertThat(weir.alerts()).hasSize(1);
    }
  }

  @Test
  void shouldPageThroughAHotAddress() {
    try (LookbackFixture weir = fixture()) {
      for (int i = 0; i < 100; i++) {
        weir.screened(touching("t" + i), 0);
      }
      weir.listed(roninKey(), lazarus());

      weir.pages(1);
      assertThat(weir.alerts()).as("alerts of one page").hasSize(4);
      // A change that comes meanwhile waits for its turn.
      weir.delisted(roninKey());
      weir.pages(1);
      weir.alerts();
      weir.pages(60);

      assertThat(weir.alerts()).extracting(Alert::kind).containsOnly(AlertKind.DELISTED);
      assertThat(weir.reports()).filteredOn(r -> r.state() == State.FINISHED).hasSize(2);
    }
  }

  @Test
  void shouldEndAPageSoonAfterItsFirstAlert() {
    try (LookbackFixture weir = fixture(10_000, 100_000)) {
      weir.screened(touching("first"), 0);
      for (int i = 0; i < 2_500; i++) {
        weir.screened(harmless("h" + i), 0);
      }
      weir.screened(touching("last"), 0);

      weir.listed(roninKey(), lazarus());
      weir.pages(1);

      assertThat(hitIds(weir.alerts())).containsExactly(hit("first"));

      weir.pages(1);

      assertThat(hitIds(weir.alerts())).containsExactly(hit("last"));
    }
  }

  @Test
  void shouldFlagThePastOfARowThatCannotBeRead() {
    try (LookbackFixture weir = fixture()) {
      weir.screened(touching("t0"), 0);

      weir.row(roninKey(), new byte[] {1, 2, 3});
      weir.pages(2);
      assertThat(weir.alerts())
          .singleElement()
          .satisfies(
              alert ->
                  assertThat(alert.hits().get(0).listing().authority())
                      .isEqualTo(Listing.UNREADABLE));

      weir.listed(roninKey(), lazarus());
      weir.pages(2);
      assertThat(weir.alerts())
          .extracting(Alert::kind)
          .containsExactlyInAnyOrder(AlertKind.LOOKBACK, AlertKind.DELISTED);
    }
  }

  @Test
  void shouldDropSegmentsThatRetentionHasTakenAway() {
    try (LookbackFixture weir = fixture()) {
      for (int i = 0; i < 40; i++) {
        weir.screened(touching("t" + i), 0);
      }
      assertThat(weir.meters.get("weir.lookback.segments").gauge().value()).isEqualTo(4);
      assertThat(weir.meters.get("weir.lookback.segment.transfers").gauge().value()).isEqualTo(40);

      weir.log.expire(LookbackFixture.SCREENED, 25);
      weir.aMinute();
      weir.listed(roninKey(), lazarus());
      weir.pages(20);

      assertThat(weir.meters.get("weir.lookback.segments").gauge().value()).isEqualTo(2);
      assertThat(weir.meters.get("weir.lookback.segment.transfers").gauge().value()).isEqualTo(20);
      assertThat(weir.alerts()).hasSize(15);
      assertThat(weir.reports())
          .last()
          .satisfies(r -> assertThat(r.range().fromOffset()).isEqualTo(25));
    }
  }

  @Test
  void shouldNoticeARowThatWentWithoutATrace() {
    try (LookbackFixture weir = fixture()) {
      weir.screened(touching("t0"), 0);
      weir.listed(roninKey(), lazarus());
      // The topic is looked through after the start; compaction took the row and its tombstone.
      weir.log.compactAway(LookbackFixture.LIST, roninKey().toString());
      weir.listed(NOBODY, listing("OFAC", "2", "NOBODY", NOBODY, "nobody"));
      weir.pages(20);

      assertThat(weir.alerts())
          .last()
          .satisfies(alert -> assertThat(alert.kind()).isEqualTo(AlertKind.DELISTED));
    }
  }

  @Test
  void shouldAnswerAQuestion() {
    try (LookbackFixture weir = fixture()) {
      weir.screenedAt(LookbackFixture.NOW.minus(Duration.ofDays(2)), touching("t0"), 0);
      weir.screened(touching("t1"), 0);
      LookbackQuestion question =
          new LookbackQuestion(
              "q1",
              LookbackFixture.NOW.minus(Duration.ofDays(1)),
              LookbackFixture.NOW.plus(Duration.ofDays(1)));

      weir.asked(ListingChange.question(roninKey(), question));
      weir.pages(2);

      assertThat(weir.alerts()).as("the address is not listed").isEmpty();
      assertThat(weir.reports())
          .last()
          .satisfies(
              report -> {
                assertThat(report.state()).isEqualTo(State.FINISHED);
                assertThat(report.question()).contains("q1");
                assertThat(report.work().matched()).isOne();
              });
    }
  }

  @Test
  void shouldPassOverWhatNobodyCanRead() {
    try (LookbackFixture weir = fixture()) {
      weir.raw(LookbackFixture.NOW, null, null, new RecordHeaders());
      weir.raw(LookbackFixture.NOW, null, new byte[] {1, 2, 3}, new RecordHeaders());
      weir.screened(touching("t0"), 0);

      weir.listed(roninKey(), lazarus());
      weir.pages(2);

      assertThat(weir.alerts()).hasSize(1);
    }
  }
}
