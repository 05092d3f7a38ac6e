package io.weir.it;

import static io.weir.domain.Samples.RONIN_EXPLOITER;
import static io.weir.domain.Samples.SOMEBODY;
import static io.weir.domain.Samples.SOMEBODY_ELSE;
import static io.weir.domain.Samples.ether;
import static io.weir.domain.Samples.lazarus;
import static io.weir.domain.Samples.listing;
import static io.weir.domain.Samples.roninKey;
import static io.weir.it.ScreeningBed.LIMIT;
import static io.weir.it.ScreeningBed.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.weir.address.AddressKey;
import io.weir.domain.Alert;
import io.weir.domain.Listing;
import io.weir.domain.Party;
import io.weir.domain.Transfer;
import io.weir.runtime.Ending;
import io.weir.runtime.Health;
import io.weir.runtime.ScreeningApp;
import io.weir.screening.ListUnusable;
import io.weir.screening.VerdictHeaders;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Screening on a real broker: what Kafka's test driver cannot show. */
class ScreeningIT {
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
    return new ScreeningBed(cluster, dir, 2, Map.of());
  }

  @Test
  void shouldHaveTheWholeListBeforeTheFirstTransferIsScreened() {
    try (ScreeningBed bed = bed()) {
      // The last row of a long list decides; the transfers wait before anything is started.
      for (int i = 0; i < 5_000; i++) {
        AddressKey key = AddressKey.text("nobody-" + i);
        bed.listedSoon(key, listing("OFAC", "1", "NOBODY", key, "nobody-" + i));
      }
      bed.flush();
      bed.listed(roninKey(), lazarus());
      for (int i = 0; i < 20; i++) {
        bed.transfer(ether("t" + i, RONIN_EXPLOITER, SOMEBODY));
      }

      bed.start();

      List<ConsumerRecord<byte[], byte[]>> screened =
          bed.committed(bed.config.topics().screenedTransfers(), 20);
      assertThat(screened)
          .hasSize(20)
          .allSatisfy(
              record -> {
                assertThat(header(record, VerdictHeaders.OUTCOME)).isEqualTo("FLAGGED");
                assertThat(header(record, VerdictHeaders.LIST_POSITION)).isEqualTo("5000");
              });
      assertThat(bed.alerts(20)).hasSize(20);
    }
  }

  @Test
  void shouldFlagWhatTouchesARowThatWasUnreadableAtTheStart() {
    try (ScreeningBed bed = bed()) {
      bed.row(roninKey().toString(), new byte[] {1, 2, 3});
      bed.transfer(ether("t1", SOMEBODY, RONIN_EXPLOITER));

      ScreeningApp app = bed.start();

      assertThat(bed.alerts(1)).singleElement().satisfies(ScreeningIT::isUnreadable);
      assertThat(app.health().troubles()).containsExactly(Health.Trouble.LIST_ROWS_UNREADABLE);
      assertThat(app.health().isReady()).isFalse();
    }
  }

  @Test
  void shouldFlagWhatTouchesARowThatArrivesUnreadable() {
    try (ScreeningBed bed = bed()) {
      bed.listed(roninKey(), lazarus());
      ScreeningApp app = bed.start();
      AddressKey other =
          AddressKey.parse("account:" + SOMEBODY.substring(2).toLowerCase(Locale.ROOT));
      // Confluent's framing, an id the registry does not know.
      bed.row(other.toString(), new byte[] {0, 0, 0, 99, 99, 1});
      await("the row is applied").atMost(LIMIT).until(() -> app.list().unreadableCount() == 1);

      bed.transfer(ether("t1", SOMEBODY, SOMEBODY_ELSE));

      assertThat(bed.alerts(1)).singleElement().satisfies(ScreeningIT::isUnreadable);
      assertThat(app.health().state()).isEqualTo(Health.State.RUNNING);
    }
  }

  private static void isUnreadable(Alert alert) {
    assertThat(alert.hits())
        .singleElement()
        .satisfies(hit -> assertThat(hit.listing().authority()).isEqualTo(Listing.UNREADABLE));
  }

  @Test
  void shouldRefuseToStartWithAnEmptyList() {
    try (ScreeningBed bed = bed()) {
      bed.transfer(ether("t1", RONIN_EXPLOITER, SOMEBODY));
      ScreeningApp app = bed.app(bed.config);

      assertThatThrownBy(app::start)
          .isInstanceOf(ListUnusable.class)
          .hasMessageContaining("weir lists load");

      assertThat(app.stop().how()).isEqualTo(Ending.How.LIST_UNUSABLE);
      assertThat(app.health().state()).isEqualTo(Health.State.FAILED);
      assertThat(bed.committed(bed.config.topics().screenedTransfers())).isEmpty();
    }
  }

  @Test
  void shouldRefuseARowWhoseKeyIsNoAddressKeyUntilItIsWithdrawn() {
    try (ScreeningBed bed = bed()) {
      bed.listed(roninKey(), lazarus());
      bed.row("not a key", new byte[] {1});
      assertThatThrownBy(() -> bed.app(bed.config).start()).isInstanceOf(ListUnusable.class);

      bed.row("not a key", null);
      bed.transfer(ether("t1", RONIN_EXPLOITER, SOMEBODY));
      bed.start();

      assertThat(bed.alerts(1)).hasSize(1);
    }
  }

  @Test
  void shouldStopWhenTheLastAddressIsWithdrawnWhileRunning() throws Exception {
    try (ScreeningBed bed = bed()) {
      bed.listed(roninKey(), lazarus());
      ScreeningApp app = bed.start();
      bed.row(roninKey().toString(), null);
      await("the row is withdrawn").atMost(LIMIT).until(() -> app.list().size() == 0);

      bed.transfer(ether("t1", SOMEBODY, SOMEBODY_ELSE));

      assertThat(app.awaitEnd().how()).isEqualTo(Ending.How.LIST_UNUSABLE);
      assertThat(bed.committed(bed.config.topics().screenedTransfers())).isEmpty();
    }
  }

  @Test
  void shouldWaitForTheRegistryAndSaySo() {
    // One record waits so shortly that its thread is given up and replaced meanwhile.
    Map<String, String> settings = Map.of("weir.registry.retry.max.ms", "300");
    try (ScreeningBed bed = new ScreeningBed(cluster, dir, 2, settings)) {
      bed.listed(roninKey(), lazarus());
      ScreeningApp app = bed.start();
      ProducerRecord<byte[], byte[]> transfer =
          new ProducerRecord<>(
              bed.config.topics().transfers(),
              "t1".getBytes(UTF_8),
              bed.bytes(ether("t1", RONIN_EXPLOITER, SOMEBODY)));
      cluster.stopRegistry();
      try {
        bed.send(transfer);
        await("the trouble is visible")
            .atMost(LIMIT)
            .until(() -> app.health().troubles().contains(Health.Trouble.REGISTRY_AWAY));
        assertThat(app.health().isReady()).isFalse();
      } finally {
        cluster.startRegistry();
      }

      assertThat(bed.alerts(1)).hasSize(1);
      assertThat(bed.committed(bed.config.topics().deadLetters())).isEmpty();
      await("ready again").atMost(LIMIT).until(() -> app.health().isReady());
    }
  }

  @Test
  void shouldStopAsAskedWhileARecordWaitsForTheRegistry() {
    try (ScreeningBed bed = bed()) {
      bed.listed(roninKey(), lazarus());
      ScreeningApp app = bed.start();
      byte[] value = bed.bytes(ether("t1", RONIN_EXPLOITER, SOMEBODY));
      cluster.stopRegistry();
      try {
        bed.send(new ProducerRecord<>(bed.config.topics().transfers(), value));
        await("the record waits")
            .atMost(LIMIT)
            .until(() -> app.health().troubles().contains(Health.Trouble.REGISTRY_AWAY));

        assertThat(app.stop().how()).isEqualTo(Ending.How.STOPPED_AS_ASKED);
      } finally {
        cluster.startRegistry();
      }

      bed.start();
      assertThat(bed.alerts(1)).hasSize(1);
    }
  }

  @Test
  void shouldScreenRecordsWithTimestampsFromTheFutureAndFromBeforeTime() {
    try (ScreeningBed bed = bed()) {
      bed.listed(roninKey(), lazarus());
      String topic = bed.config.topics().transfers();
      byte[] value = bed.bytes(ether("t1", SOMEBODY, SOMEBODY_ELSE));
      long soon = Instant.now().plusSeconds(3_000).toEpochMilli();
      bed.send(new ProducerRecord<>(topic, 0, soon, new byte[] {1}, value));
      bed.send(new ProducerRecord<>(topic, 0, 0L, new byte[] {2}, value));
      bed.start();

      List<ConsumerRecord<byte[], byte[]>> screened =
          bed.committed(bed.config.topics().screenedTransfers(), 2);

      assertThat(screened).hasSize(2);
      assertThat(screened)
          .allSatisfy(
              record ->
                  assertThat(record.timestamp()).isLessThanOrEqualTo(Instant.now().toEpochMilli()));
    }
  }

  @Test
  void shouldScreenARecordCloseToTheSizeLimitAndAlertItAbridged() {
    try (ScreeningBed bed = bed()) {
      bed.listed(roninKey(), lazarus());
      List<Party> crowd =
          IntStream.range(0, 23_000)
              .mapToObj(i -> Party.of(String.format(Locale.ROOT, "0x%040x", i)))
              .toList();
      Transfer transfer = ether("t1", List.of(Party.of(RONIN_EXPLOITER)), crowd);
      assertThat(bed.bytes(transfer)).hasSizeBetween(1_000_000, 1_048_000);
      bed.transfer(transfer);
      bed.start();

      assertThat(bed.alerts(1))
          .singleElement()
          .satisfies(alert -> assertThat(alert.abridged()).isTrue());
      List<ConsumerRecord<byte[], byte[]>> screened =
          bed.committed(bed.config.topics().screenedTransfers(), 1);
      assertThat(screened)
          .singleElement()
          .satisfies(record -> assertThat(record.value()).isEqualTo(bed.bytes(transfer)));
    }
  }

  @Test
  void shouldHandOverPartitionsWithoutLossOrRepetition() {
    try (ScreeningBed bed = bed()) {
      bed.listed(roninKey(), lazarus());
      ScreeningApp first = bed.start();
      for (int i = 0; i < 500; i++) {
        bed.transferSoon(ether("t" + i, i % 10 == 0 ? RONIN_EXPLOITER : SOMEBODY, SOMEBODY_ELSE));
      }
      bed.startAnother("second");
      for (int i = 500; i < 1_000; i++) {
        bed.transferSoon(ether("t" + i, i % 10 == 0 ? RONIN_EXPLOITER : SOMEBODY, SOMEBODY_ELSE));
      }
      bed.flush();
      first.stop();
      for (int i = 1_000; i < 1_500; i++) {
        bed.transferSoon(ether("t" + i, i % 10 == 0 ? RONIN_EXPLOITER : SOMEBODY, SOMEBODY_ELSE));
      }
      bed.flush();

      assertThat(bed.committed(bed.config.topics().screenedTransfers(), 1_500)).hasSize(1_500);
      assertThat(bed.alerts(150)).hasSize(150).extracting(Alert::alertId).doesNotHaveDuplicates();
      assertThat(first.stop().how()).isEqualTo(Ending.How.STOPPED_AS_ASKED);
    }
  }
}
