package io.weir.embedded;

import static io.weir.domain.Samples.ether;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.domain.AlertKind;
import io.weir.domain.Outcome;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlantedHitsTest {
  private final PlantedHits hits = new PlantedHits("1-0");

  @Test
  void shouldExpectALookbackOnlyWhenItIsDesignated() {
    plantListed("a");
    plantEarly("b");
    find(AlertKind.HIT, "a");

    assertThat(hits.areFound()).isTrue();
    assertThat(hits.designate()).isEqualTo(1);
    assertThat(hits.areFound()).isFalse();
    find(AlertKind.LOOKBACK, "b");

    assertThat(hits.areFound()).isTrue();
    assertThat(hits.result()).isEqualTo(new PlantedHits.Result(2, 1, 0, 2, 0, 0, 0, 0));
  }

  @Test
  void shouldSayWhatIsMissingWhenNobodyRaisedIt() {
    plantEarly("a");
    plantEarly("b");
    assertThat(hits.designate()).isEqualTo(2);
    find(AlertKind.LOOKBACK, "b");

    assertThat(hits.areFound()).isFalse();
    assertThat(hits.result().missing()).isEqualTo(1);
  }

  @Test
  void shouldCountItAsRepeatedWhenBothRaiseIt() {
    plantListed("a");
    find(AlertKind.HIT, "a");
    find(AlertKind.LOOKBACK, "a");

    assertThat(hits.result().repeated()).isEqualTo(1);
    assertThat(hits.result().unexpected()).isZero();
  }

  @Test
  void shouldNotAcceptAHitFromTheWrongOne() {
    plantEarly("a");
    assertThat(hits.designate()).isEqualTo(1);
    find(AlertKind.HIT, "a");

    assertThat(hits.result().missing()).isEqualTo(1);
    assertThat(hits.result().unexpected()).isEqualTo(1);
  }

  @Test
  void shouldLeaveOutTheTransfersOfOtherRuns() {
    hits.find("1-500", AlertKind.LOOKBACK, List.of("z"));

    assertThat(hits.result()).isEqualTo(new PlantedHits.Result(0, 0, 0, 0, 0, 0, 0, 1));
  }

  private void plantListed(String id) {
    hits.plant(new Sample(ether(id, "0x1", "0x2"), Outcome.FLAGGED, Set.of(id), Set.of()));
  }

  private void plantEarly(String id) {
    hits.plant(new Sample(ether(id, "0x1", "0x2"), Outcome.CLEAR, Set.of(), Set.of(id)));
  }

  private void find(AlertKind kind, String id) {
    hits.find("1-0", kind, List.of(id));
  }
}
