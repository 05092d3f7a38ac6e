package io.weir.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An alert that is lost is not made up for by another that comes twice. */
class ArrivalsTest {
  /** Transfers 1,000 to 1,499. */
  private static final Schedule SCHEDULE = new Schedule(0, 1_000, 100, 200, 300);

  private static final Schedule NEXT = new Schedule(0, 1_500, 100, 200, 300);

  private final Arrivals alerts = new Arrivals();

  /** Of 1,000, 1,100, 1,200, 1,300 and 1,400. */
  @BeforeEach
  void expectAlerts() {
    alerts.begin(SCHEDULE, index -> index % 100 == 0);
  }

  @Test
  void shouldBeContentWhenEachHasComeOnce() {
    come(1_400, 1_000, 1_300, 1_100);
    assertThat(alerts.areAllHere()).isFalse();
    assertThat(alerts.problem())
        .contains("1 of 5 records have not come, and 0 came that must not.");

    assertThat(alerts.came(1_200)).isTrue();

    assertThat(alerts.areAllHere()).isTrue();
    assertThat(alerts.problem()).isEmpty();
  }

  @Test
  void shouldMissOneAlthoughAnotherComesTwice() {
    come(1_000, 1_100, 1_200, 1_300);

    assertThat(alerts.came(1_300)).isFalse();

    assertThat(alerts.areAllHere()).isFalse();
    assertThat(alerts.problem())
        .contains("1 of 5 records have not come, and 1 came that must not.");
  }

  @Test
  void shouldRefuseWhatNobodyWaitsFor() {
    come(1_000, 1_100, 1_200, 1_300, 1_400);

    for (long stranger : new long[] {999, 1_001, 1_499, 1_500, Long.MAX_VALUE, -1}) {
      assertThat(alerts.came(stranger)).as("" + stranger).isFalse();
    }

    assertThat(alerts.areAllHere()).isTrue();
    assertThat(alerts.problem())
        .contains("0 of 5 records have not come, and 6 came that must not.");
  }

  @Test
  void shouldRefuseTheSecondOfAnEarlierSchedule() {
    come(1_000, 1_100, 1_200, 1_300, 1_400);
    alerts.begin(NEXT, index -> index == 1_500);

    assertThat(alerts.came(1_400)).isFalse();
    assertThat(alerts.came(1_500)).isTrue();

    assertThat(alerts.problem())
        .contains("0 of 1 records have not come, and 1 came that must not.");
  }

  @Test
  void shouldNotForgetASecondThatCameBetweenTwoSchedules() {
    come(1_000, 1_100, 1_200, 1_300, 1_400);
    alerts.came(1_400);

    alerts.begin(NEXT, index -> false);

    assertThat(alerts.problem())
        .contains("0 of 0 records have not come, and 1 came that must not.");
  }

  private void come(long... indices) {
    for (long index : indices) {
      assertThat(alerts.came(index)).as("" + index).isTrue();
    }
  }
}
