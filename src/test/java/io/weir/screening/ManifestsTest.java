package io.weir.screening;

import static io.weir.domain.Samples.SOMEBODY;
import static io.weir.domain.Samples.SOMEBODY_ELSE;
import static io.weir.domain.Samples.ether;
import static io.weir.domain.Samples.manifest;
import static io.weir.screening.ScreeningFixture.NOW;
import static io.weir.screening.ScreeningFixture.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.Meter;
import io.weir.domain.Freshness;
import io.weir.domain.Freshness.State;
import io.weir.metrics.MetricNames;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestsTest {
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
  void shouldKnowNoListBeforeAManifestComes() {
    assertThat(screening.manifests.freshness()).isEmpty();
    assertThat(perList()).isZero();
  }

  @Test
  void shouldJudgeEachListByItsLastManifest() {
    screening.loaded(manifest("OFAC", "SDN", NOW.minus(Duration.ofDays(9))));
    screening.loaded(manifest("EU", "FSF", NOW.minus(Duration.ofDays(4))));
    screening.loaded(manifest("OFAC", "SDN", NOW.minus(Duration.ofDays(1))));

    assertThat(screening.manifests.freshness())
        .extracting(Freshness::authority, Freshness::state)
        .containsExactly(tuple("EU", State.STALE), tuple("OFAC", State.FRESH));
  }

  @Test
  void shouldNotKnowHowFreshAListIsWhoseManifestCannotBeRead() {
    screening.loaded(manifest("OFAC", "SDN", NOW));
    screening.manifest("OFAC/SDN", new byte[] {1, 2, 3});

    assertThat(screening.manifests.freshness())
        .singleElement()
        .satisfies(list -> assertThat(list.state()).isEqualTo(State.UNKNOWN));
    assertThat(gauge(MetricNames.LIST_STALE)).isEqualTo(1);
    assertThat(gauge(MetricNames.LIST_AGE)).isInfinite();
    assertThat(gauge(MetricNames.LIST_LOADED_AT)).isNaN();
  }

  @Test
  void shouldNotTakeTheManifestOfOneListForThatOfAnother() {
    byte[] other = screening.bytes(manifest("EU", "FSF", NOW));

    screening.manifest("OFAC/SDN", other);

    assertThat(screening.manifests.freshness())
        .singleElement()
        .satisfies(list -> assertThat(list.state()).isEqualTo(State.UNKNOWN));
  }

  @Test
  void shouldForgetAListThatIsWithdrawn() {
    screening.loaded(manifest("OFAC", "SDN", NOW));
    screening.manifest("OFAC/SDN", null);

    assertThat(screening.manifests.freshness()).isEmpty();
    assertThat(perList()).isZero();
  }

  @Test
  void shouldShowWhatTheManifestSays() {
    screening.loaded(manifest("OFAC", "SDN", NOW.minus(Duration.ofDays(4))));

    assertThat(gauge(MetricNames.LIST_AGE)).isEqualTo(4 * 86_400);
    assertThat(gauge(MetricNames.LIST_AGE_LIMIT)).isEqualTo(3 * 86_400);
    assertThat(gauge(MetricNames.LIST_STALE)).isEqualTo(1);
    assertThat(gauge(MetricNames.LIST_LOADED_AT))
        .isEqualTo((double) (NOW.getEpochSecond() - 4 * 86_400));
    // 2025-11-04, by date -u -d 2025-11-04 +%s
    assertThat(gauge(MetricNames.LIST_PUBLISHED_AT)).isEqualTo(1_762_214_400);
    assertThat(gauge(MetricNames.LIST_LOADED_ADDRESSES)).isEqualTo(961);
    assertThat(gauge(MetricNames.LIST_LOADED_LISTINGS)).isEqualTo(1100);
    assertThat(screening.meters.get(MetricNames.LIST_REFUSALS).functionCounter().count())
        .isEqualTo(7);

    screening.loaded(manifest("OFAC", "SDN", NOW));

    assertThat(gauge(MetricNames.LIST_STALE)).isZero();
    assertThat(gauge(MetricNames.LIST_AGE)).isZero();
  }

  @Test
  void shouldScreenAgainstAStaleList() {
    screening.loaded(manifest("OFAC", "SDN", NOW.minus(Duration.ofDays(400))));

    screening.transfer(ether("t1", SOMEBODY, SOMEBODY_ELSE));

    assertThat(header(screening.onlyScreened(), VerdictHeaders.OUTCOME)).isEqualTo("CLEAR");
  }

  private double gauge(String name) {
    return screening
        .meters
        .get(name)
        .tags(MetricNames.TAG_AUTHORITY, "OFAC", MetricNames.TAG_LIST, "SDN")
        .gauge()
        .value();
  }

  private long perList() {
    return screening.meters.getMeters().stream()
        .map(Meter::getId)
        .filter(id -> id.getTag(MetricNames.TAG_AUTHORITY) != null)
        .count();
  }
}
