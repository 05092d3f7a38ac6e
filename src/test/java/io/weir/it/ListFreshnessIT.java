package io.weir.it;

import static io.weir.domain.Samples.RONIN_EXPLOITER;
import static io.weir.domain.Samples.SOMEBODY;
import static io.weir.domain.Samples.ether;
import static io.weir.domain.Samples.lazarus;
import static io.weir.domain.Samples.manifest;
import static io.weir.domain.Samples.roninKey;
import static io.weir.it.ScreeningBed.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.runtime.Health;
import io.weir.runtime.HealthVitals;
import io.weir.runtime.ScreeningApp;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The age of the lists on a real broker, where manifests are restored and come while it runs. */
class ListFreshnessIT {
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

  private ScreeningBed bed(Map<String, String> settings) {
    return new ScreeningBed(cluster, dir, 2, settings);
  }

  @Test
  void shouldKnowAtTheStartThatAListIsStaleAndScreenAllTheSame() {
    try (ScreeningBed bed = bed(Map.of())) {
      bed.listed(roninKey(), lazarus());
      bed.loaded(manifest("OFAC", "SDN", Instant.now().minus(Duration.ofDays(2))));
      bed.loaded(manifest("EU", "FSF", Instant.now().minus(Duration.ofDays(4))));
      bed.transfer(ether("t1", RONIN_EXPLOITER, SOMEBODY));

      ScreeningApp app = bed.start();

      assertThat(app.health().troubles()).containsExactly(Health.Trouble.LIST_STALE);
      assertThat(app.health().isReady()).isFalse();
      assertThat(new HealthVitals(app).details())
          .singleElement()
          .asString()
          .startsWith("EU/FSF was last found in force 4 d ago, and its limit is 3 d.");
      assertThat(bed.alerts(1)).hasSize(1);
    }
  }

  @Test
  void shouldFollowTheManifestsWhileItRuns() {
    try (ScreeningBed bed = bed(Map.of())) {
      bed.listed(roninKey(), lazarus());
      bed.loaded(manifest("OFAC", "SDN", Instant.now()));
      ScreeningApp app = bed.start();
      assertThat(app.health().isReady()).isTrue();

      // Confluent's framing, an id the registry does not know.
      bed.manifest("OFAC/SDN", new byte[] {0, 0, 0, 99, 99, 1});
      await("the manifest cannot be read")
          .atMost(LIMIT)
          .until(() -> app.health().troubles().contains(Health.Trouble.LIST_AGE_UNKNOWN));
      assertThat(app.health().isReady()).isFalse();

      bed.loaded(manifest("OFAC", "SDN", Instant.now().minus(Duration.ofDays(4))));
      await("the list is stale")
          .atMost(LIMIT)
          .until(() -> app.health().troubles().contains(Health.Trouble.LIST_STALE));
      assertThat(app.health().troubles()).doesNotContain(Health.Trouble.LIST_AGE_UNKNOWN);

      bed.loaded(manifest("OFAC", "SDN", Instant.now()));
      await("the list is fresh again").atMost(LIMIT).until(() -> app.health().isReady());

      bed.manifest("OFAC/SDN", new byte[] {1});
      await("not ready").atMost(LIMIT).until(() -> !app.health().isReady());
      bed.manifest("OFAC/SDN", null);
      await("the list is withdrawn").atMost(LIMIT).until(() -> app.health().isReady());
    }
  }

  @Test
  void shouldKnowAtTheStartThatAManifestCannotBeRead() {
    try (ScreeningBed bed = bed(Map.of())) {
      bed.listed(roninKey(), lazarus());
      bed.loaded(manifest("OFAC", "SDN", Instant.now()));
      bed.manifest("OFAC/SDN", new byte[] {1, 2, 3});

      ScreeningApp app = bed.start();

      assertThat(app.health().troubles()).containsExactly(Health.Trouble.LIST_AGE_UNKNOWN);
    }
  }

  @Test
  void shouldStayReadyBesideAStaleListWhenToldOnlyToWarn() {
    try (ScreeningBed bed =
        bed(Map.of("weir.lists.stale", "warn", "weir.lists.max.age.ms", "1000"))) {
      bed.listed(roninKey(), lazarus());
      bed.loaded(manifest("OFAC", "SDN", Instant.now().minusSeconds(10)));

      ScreeningApp app = bed.start();

      assertThat(app.health().troubles()).containsExactly(Health.Trouble.LIST_STALE);
      assertThat(app.health().isReady()).isTrue();
    }
  }

  @Test
  void shouldBeReadyWhereNoListHasAManifest() {
    try (ScreeningBed bed = bed(Map.of())) {
      bed.listed(roninKey(), lazarus());

      assertThat(bed.start().health().isReady()).isTrue();
    }
  }
}
