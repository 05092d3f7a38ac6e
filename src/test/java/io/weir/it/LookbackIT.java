package io.weir.it;

import static io.weir.domain.Samples.RONIN_EXPLOITER;
import static io.weir.domain.Samples.SOMEBODY;
import static io.weir.domain.Samples.SOMEBODY_ELSE;
import static io.weir.domain.Samples.ether;
import static io.weir.domain.Samples.lazarus;
import static io.weir.domain.Samples.listing;
import static io.weir.domain.Samples.roninKey;
import static io.weir.it.ScreeningBed.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.address.AddressKey;
import io.weir.cli.CommandFixture;
import io.weir.domain.Alert;
import io.weir.domain.AlertKind;
import io.weir.domain.Hit;
import io.weir.domain.Ids;
import io.weir.domain.LookbackReport;
import io.weir.domain.LookbackReport.State;
import io.weir.domain.Role;
import io.weir.runtime.LookbackApp;
import io.weir.runtime.ScreeningApp;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Look-back on a real broker, beside screening. */
class LookbackIT {
  private static final Map<String, String> SMALL =
      Map.of("weir.lookback.segment.records", "50", "weir.lookback.page.records", "100");

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
    ScreeningBed bed = new ScreeningBed(cluster, dir, 2, Map.of());
    AddressKey nobody = AddressKey.text("nobody");
    bed.listed(nobody, listing("OFAC", "1", "NOBODY", nobody, "nobody"));
    return bed;
  }

  private static void shouldBeSeen(String config) {
    CommandFixture status = CommandFixture.weir("lookback", "status", "--config", config);
    assertThat(status.exitCode()).as(status.err()).isZero();
    assertThat(status.out()).contains("Running: none", roninKey().toString());
    CommandFixture asked =
        CommandFixture.weir("lookback", "run", "--config", config, "--address", SOMEBODY_ELSE);
    assertThat(asked.exitCode()).as(asked.err()).isZero();
    assertThat(asked.out()).contains("1,000 transfers touch", "; 0 hits were opened.");
    CommandFixture life = CommandFixture.weir("alerts", "show", "--config", config, "t0");
    assertThat(life.out()).startsWith("t0: 1 hits, 1 open").contains("LOOKBACK", "LAZARUS GROUP");
  }

  private static List<String> hits(List<Alert> alerts, AlertKind kind) {
    return alerts.stream()
        .filter(alert -> alert.kind() == kind)
        .flatMap(alert -> alert.hits().stream())
        .map(Hit::hitId)
        .toList();
  }

  private static String hit(String transferId) {
    return Ids.hit(transferId, Role.RECEIVER, roninKey(), lazarus().listingId());
  }

  @Test
  void shouldFollowTheListThroughItsLife() {
    try (ScreeningBed bed = bed()) {
      ScreeningApp screening = bed.start();
      LookbackApp first = bed.startLookback("lookback", SMALL);
      bed.transfer(ether("t1", SOMEBODY, RONIN_EXPLOITER));
      bed.committed(bed.config.topics().screenedTransfers(), 1);

      bed.listed(roninKey(), lazarus());
      assertThat(hits(bed.alerts(1), AlertKind.LOOKBACK)).containsExactly(hit("t1"));

      await("screening has the row").atMost(LIMIT).until(() -> screening.list().position() == 1);
      bed.transfer(ether("t2", SOMEBODY, RONIN_EXPLOITER));
      assertThat(hits(bed.alerts(2), AlertKind.HIT)).containsExactly(hit("t2"));

      // The open segment and the hits' lives outlive the task, on another disk.
      first.stop();
      bed.startLookback("another-lookback", SMALL);
      bed.row(roninKey().toString(), null);
      assertThat(hits(bed.alerts(4), AlertKind.DELISTED))
          .containsExactlyInAnyOrder(hit("t1"), hit("t2"));

      bed.listed(roninKey(), lazarus());
      List<Alert> alerts = bed.alerts(6);
      assertThat(hits(alerts, AlertKind.LOOKBACK))
          .containsExactlyInAnyOrder(hit("t1"), hit("t1"), hit("t2"));
      assertThat(alerts).extracting(Alert::alertId).doesNotHaveDuplicates();
    }
  }

  @Test
  void shouldIndexAHistoryItNeverSawAndPageThroughAHotAddress() {
    try (ScreeningBed bed = bed()) {
      bed.start();
      int transfers = 2_000;
      for (int i = 0; i < transfers; i++) {
        bed.transferSoon(ether("t" + i, SOMEBODY, i % 2 == 0 ? RONIN_EXPLOITER : SOMEBODY_ELSE));
      }
      bed.flush();
      bed.committed(bed.config.topics().screenedTransfers(), transfers);

      bed.startLookback("lookback", SMALL);
      bed.listed(roninKey(), lazarus());

      List<Alert> alerts = bed.alerts(transfers / 2);
      assertThat(hits(alerts, AlertKind.LOOKBACK)).hasSize(transfers / 2).doesNotHaveDuplicates();
      await("both partitions have reported")
          .atMost(LIMIT)
          .untilAsserted(
              () ->
                  assertThat(bed.reports(1))
                      .filteredOn(report -> report.state() == State.FINISHED)
                      .extracting(LookbackReport::key)
                      .containsOnly(roninKey())
                      .hasSize(2));
      shouldBeSeen(bed.configFile("seen", Map.of()).toString());
    }
  }

  @Test
  void shouldNotCommitEachRowOfALongList() {
    try (ScreeningBed bed = bed()) {
      int rows = 300;
      for (int i = 0; i < rows; i++) {
        AddressKey key = AddressKey.text("address " + i);
        bed.listedSoon(key, listing("OFAC", "2", "SOMEBODY", key, "address " + i));
      }
      bed.flush();

      bed.startLookback("lookback", SMALL);

      String changes = bed.config.topics().listingChanges();
      List<ConsumerRecord<byte[], byte[]>> told = bed.committed(changes, 2 * (rows + 1));
      // Behind the records of each transaction there is a marker, which has an offset of its own.
      long last = told.stream().mapToLong(ConsumerRecord::offset).max().orElseThrow();
      assertThat(last - rows).as("transactions").isLessThan(rows / 2);
    }
  }
}
