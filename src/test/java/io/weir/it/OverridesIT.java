package io.weir.it;

import static io.weir.domain.Samples.RONIN_EXPLOITER;
import static io.weir.domain.Samples.SOMEBODY;
import static io.weir.domain.Samples.SOMEBODY_ELSE;
import static io.weir.domain.Samples.ether;
import static io.weir.domain.Samples.lazarus;
import static io.weir.domain.Samples.override;
import static io.weir.domain.Samples.own;
import static io.weir.domain.Samples.roninKey;
import static io.weir.it.ScreeningBed.LIMIT;
import static io.weir.it.ScreeningBed.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.weir.address.Address;
import io.weir.address.AddressKey;
import io.weir.address.Addresses;
import io.weir.domain.Action;
import io.weir.domain.Alert;
import io.weir.domain.ListOverride.Effect;
import io.weir.domain.Listing;
import io.weir.runtime.ScreeningApp;
import io.weir.screening.ListUnusable;
import io.weir.screening.VerdictHeaders;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The user's own decisions on a real broker: restored, and coming while it screens. */
class OverridesIT {
  private final LocalDate today = LocalDate.now(Clock.systemUTC());

  @TempDir static Path clusterDir;
  private static TestCluster cluster;
  @TempDir Path dir;

  @BeforeAll
  static void startCluster() {
    cluster = new TestCluster(clusterDir);
  }

  @AfterAll
  static void stopCluster() {
    cluster.close();
  }

  private ScreeningBed bed() {
    return new ScreeningBed(cluster, dir, 1, Map.of());
  }

  private Listing allow(String address) {
    return own(address, override(Effect.ALLOW, Optional.of(today.plusDays(30)), ""));
  }

  private static Listing deny(String address, LocalDate last) {
    return own(address, override(Effect.DENY, Optional.of(last), ""));
  }

  private static AddressKey key(String address) {
    return ((Address) Addresses.readAnyChain(address)).key();
  }

  @Test
  void shouldAlertAnAllowedAddressToBeMonitoredAndADeniedOneToBeBlocked() {
    try (ScreeningBed bed = bed()) {
      bed.listed(roninKey(), lazarus(), allow(RONIN_EXPLOITER));
      ScreeningApp app = bed.start();
      bed.transfer(ether("t1", RONIN_EXPLOITER, SOMEBODY));
      List<Alert> first = bed.alerts(1);

      // While it screens: somebody is denied, and the allow is withdrawn.
      bed.listed(key(SOMEBODY), deny(SOMEBODY, today.plusDays(1)));
      bed.listed(roninKey(), lazarus());
      await("both rows are applied").atMost(LIMIT).until(() -> app.list().position() == 2);
      bed.transfer(ether("t2", SOMEBODY, SOMEBODY_ELSE));
      bed.transfer(ether("t3", RONIN_EXPLOITER, SOMEBODY_ELSE));

      assertThat(first)
          .singleElement()
          .satisfies(
              alert -> {
                assertThat(alert.action()).isEqualTo(Action.MONITOR);
                assertThat(alert.policyRule()).isEqualTo("allowed-by-override");
                assertThat(alert.hits().get(0).listing()).isEqualTo(lazarus());
                assertThat(alert.hits().get(0).allowedBy()).contains(allow(RONIN_EXPLOITER));
              });
      assertThat(bed.alerts(3))
          .extracting(Alert::action)
          .containsExactly(Action.MONITOR, Action.BLOCK, Action.BLOCK);
      assertThat(bed.committed(bed.config.topics().screenedTransfers(), 3))
          .extracting(record -> header(record, VerdictHeaders.ACTION))
          .containsExactly("MONITOR", "BLOCK", "BLOCK");
    }
  }

  @Test
  void shouldNotStartOnAListThatOnlyAllows() {
    try (ScreeningBed bed = bed()) {
      bed.listed(roninKey(), allow(RONIN_EXPLOITER));
      bed.listed(key(SOMEBODY), deny(SOMEBODY, today.minusDays(1)));

      assertThatThrownBy(() -> bed.app(bed.config).start())
          .isInstanceOf(ListUnusable.class)
          .hasMessageContaining("lists no address");

      bed.listed(key(SOMEBODY), deny(SOMEBODY, today.plusDays(1)));
      bed.start();
    }
  }
}
