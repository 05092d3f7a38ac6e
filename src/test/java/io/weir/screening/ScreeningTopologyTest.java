package io.weir.screening;

import static io.weir.domain.Samples.RONIN_EXPLOITER;
import static io.weir.domain.Samples.SOMEBODY;
import static io.weir.domain.Samples.SOMEBODY_ELSE;
import static io.weir.domain.Samples.ether;
import static io.weir.domain.Samples.lazarus;
import static io.weir.domain.Samples.listing;
import static io.weir.domain.Samples.on;
import static io.weir.domain.Samples.roninKey;
import static io.weir.domain.Samples.withStatus;
import static io.weir.screening.ScreeningFixture.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.address.Address;
import io.weir.address.AddressKey;
import io.weir.address.Addresses;
import io.weir.domain.Action;
import io.weir.domain.Alert;
import io.weir.domain.AlertKind;
import io.weir.domain.Hit;
import io.weir.domain.Listing;
import io.weir.domain.Match;
import io.weir.domain.Party;
import io.weir.domain.Role;
import io.weir.domain.Transfer;
import io.weir.domain.TransferStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.bitcoinj.base.BitcoinNetwork;
import org.bitcoinj.base.LegacyAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreeningTopologyTest {
  @TempDir Path stateDir;
  private ScreeningFixture screening;

  @BeforeEach
  void open() {
    screening = new ScreeningFixture(stateDir).withSomeList();
  }

  @AfterEach
  void close() {
    screening.close();
  }

  @Test
  void shouldClearTransferBetweenUnlistedAddresses() {
    screening.listed(roninKey(), lazarus());

    Transfer transfer = ether("t1", SOMEBODY, SOMEBODY_ELSE);
    screening.transfer(transfer);

    TestRecord<byte[], byte[]> record = screening.onlyScreened();
    assertThat(header(record, VerdictHeaders.OUTCOME)).isEqualTo("CLEAR");
    assertThat(header(record, VerdictHeaders.LIST_POSITION)).isEqualTo("1");
    assertThat(header(record, VerdictHeaders.HITS)).isEmpty();
    assertThat(header(record, VerdictHeaders.ACTION)).isEmpty();
    assertThat(record.value()).isEqualTo(screening.bytes(transfer));
    screening.nothingElse();
  }

  @Test
  void shouldStampEachVerdictWithTheTimeOfScreening() {
    screening.listed(roninKey(), lazarus());

    for (Transfer transfer :
        List.of(
            ether("clear", SOMEBODY, SOMEBODY_ELSE), ether("flagged", RONIN_EXPLOITER, SOMEBODY))) {
      byte[] key = transfer.transferId().getBytes(UTF_8);
      Instant sent = ScreeningFixture.NOW.minusSeconds(90);
      screening.raw(new TestRecord<>(key, screening.bytes(transfer), new RecordHeaders(), sent));
    }

    assertThat(screening.screened())
        .hasSize(2)
        .extracting(TestRecord::getRecordTime)
        .containsOnly(ScreeningFixture.NOW);
  }

  @Test
  void shouldFlagTransferFromListedAddressInAnySpelling() {
    screening.listed(roninKey(), lazarus());

    screening.transfer(ether("t1", RONIN_EXPLOITER.toLowerCase(Locale.ROOT), SOMEBODY));

    List<Alert> alerts = screening.alerts();
    assertThat(alerts).hasSize(1);
    Alert alert = alerts.get(0);
    assertThat(alert.kind()).isEqualTo(AlertKind.HIT);
    assertThat(alert.action()).isEqualTo(Action.BLOCK);
    assertThat(alert.policyRule()).isEqualTo("listed-address");
    assertThat(alert.listPosition()).isEqualTo(1);
    assertThat(alert.transfer())
        .isEqualTo(ether("t1", RONIN_EXPLOITER.toLowerCase(Locale.ROOT), SOMEBODY));
    Hit hit = alert.hits().get(0);
    assertThat(hit.role()).isEqualTo(Role.SENDER);
    assertThat(hit.match()).isEqualTo(Match.ADDRESS);
    assertThat(hit.listing()).isEqualTo(lazarus());
    assertThat(alert.summary())
        .isEqualTo(
            "1.5 ETH from 0x098b716b8aaf21512996dc57eb0615e2383e2f96 on eip155:1, listed by OFAC as"
                + " LAZARUS GROUP (SDN 27307; DPRK3)");
    TestRecord<byte[], byte[]> record = screening.onlyScreened();
    assertThat(header(record, VerdictHeaders.OUTCOME)).isEqualTo("FLAGGED");
    assertThat(header(record, VerdictHeaders.ACTION)).isEqualTo("BLOCK");
    assertThat(header(record, VerdictHeaders.HITS)).isEqualTo(hit.hitId());
    screening.nothingElse();
  }

  @Test
  void shouldHoldAnotherAddressOfAListedKey() {
    // The same 20 bytes as a Tron account.
    screening.listed(roninKey(), lazarus());

    screening.transfer(
        on(
            "tron",
            "t1",
            TransferStatus.CONFIRMED,
            List.of(Party.of("41" + roninKey().toString().substring("account:".length()))),
            List.of()));

    Alert alert = screening.alerts().get(0);
    assertThat(alert.hits().get(0).match()).isEqualTo(Match.KEY);
    assertThat(alert.action()).isEqualTo(Action.HOLD);
    assertThat(alert.policyRule()).isEqualTo("listed-key");
  }

  @Test
  void shouldRaiseOneHitForEachListingAndLeg() {
    screening.listed(
        roninKey(), lazarus(), listing("UK", "CYB0042", "LAZARUS", roninKey(), RONIN_EXPLOITER));

    screening.transfer(ether("t1", RONIN_EXPLOITER, RONIN_EXPLOITER));

    List<Alert> alerts = screening.alerts();
    assertThat(alerts).hasSize(1);
    assertThat(alerts.get(0).hits())
        .hasSize(4)
        .isSortedAccordingTo(Comparator.comparing(Hit::hitId));
  }

  @Test
  void shouldRaiseNoAlertAfterDelisting() {
    screening.listed(roninKey(), lazarus());
    screening.delisted(roninKey());

    screening.transfer(ether("t1", RONIN_EXPLOITER, SOMEBODY));

    TestRecord<byte[], byte[]> record = screening.onlyScreened();
    assertThat(header(record, VerdictHeaders.OUTCOME)).isEqualTo("CLEAR");
    assertThat(header(record, VerdictHeaders.LIST_POSITION)).isEqualTo("2");
    screening.nothingElse();
  }

  @Test
  void shouldRepeatTheVerdictButNotTheAlertOfARepeatedTransfer() {
    screening.listed(roninKey(), lazarus());
    screening.transfer(ether("t1", RONIN_EXPLOITER, SOMEBODY));
    String hits = header(screening.onlyScreened(), VerdictHeaders.HITS);
    assertThat(screening.alerts()).hasSize(1);

    screening.transfer(ether("t1", RONIN_EXPLOITER, SOMEBODY));

    TestRecord<byte[], byte[]> again = screening.onlyScreened();
    assertThat(header(again, VerdictHeaders.OUTCOME)).isEqualTo("FLAGGED");
    assertThat(header(again, VerdictHeaders.HITS)).isEqualTo(hits);
    screening.nothingElse();
  }

  @Test
  void shouldAlertOnlyTheNewListingWhenARepeatedTransferMeetsOne() {
    screening.listed(roninKey(), lazarus());
    screening.transfer(ether("t1", RONIN_EXPLOITER, SOMEBODY));
    screening.alerts();
    var uk = listing("UK", "CYB0042", "LAZARUS", roninKey(), RONIN_EXPLOITER);
    screening.listed(roninKey(), lazarus(), uk);

    screening.transfer(ether("t1", RONIN_EXPLOITER, SOMEBODY));

    List<Alert> alerts = screening.alerts();
    assertThat(alerts).hasSize(1);
    assertThat(alerts.get(0).hits()).extracting(Hit::listing).containsExactly(uk);
  }

  @Test
  void shouldRetractTheHitsOfADroppedTransferOnce() {
    screening.listed(roninKey(), lazarus());
    Transfer transfer = ether("t1", RONIN_EXPLOITER, SOMEBODY);
    screening.transfer(transfer);
    List<Hit> raised = screening.alerts().get(0).hits();
    // Delisting in between does not matter: what was raised is retracted.
    screening.delisted(roninKey());

    screening.transfer(withStatus(transfer, TransferStatus.DROPPED));
    screening.transfer(withStatus(transfer, TransferStatus.DROPPED));

    List<Alert> alerts = screening.alerts();
    assertThat(alerts).hasSize(1);
    assertThat(alerts.get(0).kind()).isEqualTo(AlertKind.RETRACTED);
    assertThat(alerts.get(0).hits()).isEqualTo(raised);
  }

  @Test
  void shouldRaiseNothingForADroppedTransferThatWasNeverFlagged() {
    screening.listed(roninKey(), lazarus());

    screening.transfer(withStatus(ether("t1", RONIN_EXPLOITER, SOMEBODY), TransferStatus.DROPPED));

    assertThat(header(screening.onlyScreened(), VerdictHeaders.OUTCOME)).isEqualTo("FLAGGED");
    screening.nothingElse();
  }

  @Test
  void shouldAlertAnewUnderAnotherIdWhenADroppedTransferComesBack() {
    screening.listed(roninKey(), lazarus());
    Transfer transfer = ether("t1", RONIN_EXPLOITER, SOMEBODY);
    screening.transfer(transfer);
    screening.transfer(withStatus(transfer, TransferStatus.DROPPED));

    screening.transfer(transfer);

    List<Alert> alerts = screening.alerts();
    assertThat(alerts)
        .extracting(Alert::kind)
        .containsExactly(AlertKind.HIT, AlertKind.RETRACTED, AlertKind.HIT);
    assertThat(alerts).extracting(Alert::alertId).doesNotHaveDuplicates();
    assertThat(alerts.get(2).hits()).isEqualTo(alerts.get(0).hits());
  }

  @Test
  void shouldFlagWhateverTouchesAnUnreadableRow() {
    screening.row(roninKey().toString(), new byte[] {0, 0, 0, 0, 99, 1});

    screening.transfer(ether("t1", SOMEBODY, RONIN_EXPLOITER));

    Alert alert = screening.alerts().get(0);
    assertThat(alert.action()).isEqualTo(Action.BLOCK);
    assertThat(alert.hits().get(0).listing().authority()).isEqualTo("UNREADABLE");
    assertThat(alert.summary()).contains("details of the row cannot be read");
    assertThat(screening.meters.get("weir.list.rows.unreadable").gauge().value()).isEqualTo(1);
  }

  @Test
  void shouldKeepTheInputsHeadersAndReplaceForgedVerdicts() {
    Transfer transfer = ether("t1", SOMEBODY, SOMEBODY_ELSE);
    RecordHeaders headers = new RecordHeaders();
    headers.add("trace", "abc".getBytes(UTF_8));
    headers.add(VerdictHeaders.OUTCOME, "FLAGGED".getBytes(UTF_8));

    screening.raw(
        new TestRecord<>(new byte[] {7}, screening.bytes(transfer), headers, ScreeningFixture.NOW));

    TestRecord<byte[], byte[]> record = screening.onlyScreened();
    assertThat(record.key()).isEqualTo(new byte[] {7});
    assertThat(header(record, "trace")).isEqualTo("abc");
    assertThat(record.headers().headers(VerdictHeaders.OUTCOME)).hasSize(1);
    assertThat(header(record, VerdictHeaders.OUTCOME)).isEqualTo("CLEAR");
  }

  @Test
  void shouldHoldTheWrappedSegwitAddressOfAListedKey() {
    Address listed = (Address) Addresses.readAnyChain("12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h");
    AddressKey wrapped = listed.key().wrappedSegwit().orElseThrow();
    screening.listed(wrapped, derivedFrom(listed, wrapped));

    String payToScript =
        LegacyAddress.fromScriptHash(BitcoinNetwork.MAINNET, wrapped.payload()).toString();
    screening.transfer(
        on(
            "bitcoin",
            "t1",
            TransferStatus.CONFIRMED,
            List.of(Party.of(payToScript)),
            List.of(Party.of("1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2"))));

    Alert alert = screening.alerts().get(0);
    assertThat(alert.hits()).extracting(Hit::match).containsExactly(Match.KEY);
    assertThat(alert.action()).isEqualTo(Action.HOLD);
  }

  private static Listing derivedFrom(Address listed, AddressKey wrapped) {
    Listing own = listing("OFAC", "30629", "YINYIN TIAN", wrapped, listed.text());
    return new Listing(
        own.listingId(),
        own.authority(),
        own.list(),
        own.entryId(),
        own.name(),
        own.programs(),
        own.address(),
        "XBT",
        own.listedOn(),
        own.source(),
        Optional.of("p2sh-p2wpkh"),
        own.aliases(),
        own.publishedText(),
        own.override());
  }
}
