package io.weir.screening;

import static io.weir.domain.Samples.RONIN_EXPLOITER;
import static io.weir.domain.Samples.SOMEBODY;
import static io.weir.domain.Samples.SOMEBODY_ELSE;
import static io.weir.domain.Samples.ether;
import static io.weir.domain.Samples.lazarus;
import static io.weir.domain.Samples.on;
import static io.weir.domain.Samples.override;
import static io.weir.domain.Samples.own;
import static io.weir.domain.Samples.roninKey;
import static io.weir.domain.Samples.withStatus;
import static io.weir.screening.ScreeningFixture.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.address.Address;
import io.weir.address.AddressKey;
import io.weir.address.Addresses;
import io.weir.domain.Action;
import io.weir.domain.Alert;
import io.weir.domain.AlertKind;
import io.weir.domain.ListOverride.Effect;
import io.weir.domain.Listing;
import io.weir.domain.Party;
import io.weir.domain.Severity;
import io.weir.domain.Transfer;
import io.weir.domain.TransferStatus;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user's own decisions make of screening. */
class OverridesScreeningTest {
  /** The fixture's clock stands at its first moment. */
  private static final LocalDate TODAY = LocalDate.ofInstant(ScreeningFixture.NOW, ZoneOffset.UTC);

  @TempDir Path stateDir;
  private ScreeningFixture screening;

  @BeforeEach
  void open() {
    screening = new ScreeningFixture(stateDir);
  }

  @AfterEach
  void close() {
    screening.close();
  }

  private static Listing allow(String address, LocalDate last) {
    return own(address, override(Effect.ALLOW, Optional.of(last), ""));
  }

  private static Listing deny(String address, LocalDate last) {
    return own(address, override(Effect.DENY, Optional.of(last), ""));
  }

  private static AddressKey key(String address) {
    return ((Address) Addresses.readAnyChain(address)).key();
  }

  @Test
  void shouldFlagAnAllowedAddressWithActionMonitorAndTheReason() {
    Listing allow = allow(RONIN_EXPLOITER, TODAY);
    screening.listed(roninKey(), lazarus(), allow);

    screening.transfer(ether("t1", RONIN_EXPLOITER, SOMEBODY));

    Alert alert = screening.alerts().get(0);
    assertThat(alert.kind()).isEqualTo(AlertKind.HIT);
    assertThat(alert.action()).isEqualTo(Action.MONITOR);
    assertThat(alert.severity()).isEqualTo(Severity.LOW);
    assertThat(alert.policyRule()).isEqualTo("allowed-by-override");
    assertThat(alert.summary()).endsWith("allowed by override of Jane Doe: Letter of 2 November");
    assertThat(alert.hits())
        .singleElement()
        .satisfies(
            hit -> {
              assertThat(hit.listing()).isEqualTo(lazarus());
              assertThat(hit.allowedBy()).contains(allow);
            });
    TestRecord<byte[], byte[]> record = screening.onlyScreened();
    assertThat(header(record, VerdictHeaders.OUTCOME)).isEqualTo("FLAGGED");
    assertThat(header(record, VerdictHeaders.ACTION)).isEqualTo("MONITOR");
    assertThat(header(record, VerdictHeaders.HITS)).isEqualTo(alert.hits().get(0).hitId());
    screening.nothingElse();
  }

  @Test
  void shouldBlockAgainFromTheDayAfterTheLast() {
    screening.listed(roninKey(), lazarus(), allow(RONIN_EXPLOITER, TODAY.minusDays(1)));

    screening.transfer(ether("t1", RONIN_EXPLOITER, SOMEBODY));

    assertThat(screening.alerts().get(0).action()).isEqualTo(Action.BLOCK);
  }

  @Test
  void shouldClearAnAddressThatNothingButAnAllowNames() {
    screening.withSomeList();
    screening.listed(roninKey(), allow(RONIN_EXPLOITER, TODAY));

    screening.transfer(ether("t1", RONIN_EXPLOITER, SOMEBODY));

    TestRecord<byte[], byte[]> record = screening.onlyScreened();
    assertThat(header(record, VerdictHeaders.OUTCOME)).isEqualTo("CLEAR");
    assertThat(header(record, VerdictHeaders.ACTION)).isEmpty();
    assertThat(header(record, VerdictHeaders.HITS)).isEmpty();
    screening.nothingElse();
  }

  @Test
  void shouldFlagADeniedAddressWhileTheDenialHolds() {
    screening.withSomeList();
    screening.listed(key(SOMEBODY), deny(SOMEBODY, TODAY));
    screening.listed(key(SOMEBODY_ELSE), deny(SOMEBODY_ELSE, TODAY.minusDays(1)));

    screening.transfer(ether("t1", SOMEBODY, SOMEBODY_ELSE));

    Alert alert = screening.alerts().get(0);
    assertThat(alert.action()).isEqualTo(Action.BLOCK);
    assertThat(alert.hits())
        .singleElement()
        .satisfies(hit -> assertThat(hit.address()).isEqualTo(SOMEBODY));
    assertThat(alert.summary()).endsWith("denied by Jane Doe: Letter of 2 November");
  }

  @Test
  void shouldTakeTheStrictestActionWhenOneOfTwoPartiesIsAllowed() {
    screening.listed(roninKey(), lazarus(), allow(RONIN_EXPLOITER, TODAY));
    screening.listed(key(SOMEBODY), deny(SOMEBODY, TODAY));

    screening.transfer(ether("t1", RONIN_EXPLOITER, SOMEBODY));

    Alert alert = screening.alerts().get(0);
    assertThat(alert.hits()).hasSize(2);
    assertThat(alert.action()).isEqualTo(Action.BLOCK);
    assertThat(alert.policyRule()).isEqualTo("listed-address");
    assertThat(header(screening.onlyScreened(), VerdictHeaders.ACTION)).isEqualTo("BLOCK");
  }

  @Test
  void shouldHoldTheTronAccountOfAnAllowedAddress() {
    screening.listed(roninKey(), lazarus(), allow(RONIN_EXPLOITER, TODAY));

    screening.transfer(
        on(
            "tron",
            "t1",
            TransferStatus.CONFIRMED,
            List.of(Party.of("41" + roninKey().toString().substring("account:".length()))),
            List.of()));

    assertThat(screening.alerts().get(0).action()).isEqualTo(Action.HOLD);
  }

  @Test
  void shouldRetractAHitThatWasAllowedAsItWas() {
    Transfer transfer = ether("t1", RONIN_EXPLOITER, SOMEBODY);
    screening.listed(roninKey(), lazarus(), allow(RONIN_EXPLOITER, TODAY));
    screening.transfer(transfer);
    screening.alerts();
    screening.listed(roninKey(), lazarus());

    screening.transfer(withStatus(transfer, TransferStatus.DROPPED));

    Alert alert = screening.alerts().get(0);
    assertThat(alert.kind()).isEqualTo(AlertKind.RETRACTED);
    assertThat(alert.policyRule()).isEqualTo("allowed-by-override");
  }

  @Test
  void shouldMakeTheVerdictStricterButRepeatNoAlertOnceTheAllowIsGone() {
    Transfer transfer = ether("t1", RONIN_EXPLOITER, SOMEBODY);
    screening.listed(roninKey(), lazarus(), allow(RONIN_EXPLOITER, TODAY));
    screening.transfer(transfer);
    screening.alerts();
    screening.screened();
    screening.listed(roninKey(), lazarus());

    screening.transfer(transfer);

    assertThat(header(screening.onlyScreened(), VerdictHeaders.ACTION)).isEqualTo("BLOCK");
    screening.nothingElse();
  }

  @Test
  void shouldNotScreenAgainstAListThatOnlyAllows() {
    screening.listed(roninKey(), allow(RONIN_EXPLOITER, TODAY));
    screening.listed(key(SOMEBODY), deny(SOMEBODY, TODAY.minusDays(1)));

    assertThatThrownBy(() -> screening.transfer(ether("t1", SOMEBODY, SOMEBODY_ELSE)))
        .hasRootCauseInstanceOf(ListUnusable.class);
    assertThat(screening.meters.get("weir.list.addresses").gauge().value()).isEqualTo(1);
  }
}
