package io.weir.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  /** 100 transfers a second from index 1,000 on: 200 to settle, 300 that are measured. */
  private static final Schedule SCHEDULE = new Schedule(5_000, 1_000, 100, 200, 300);

  @Test
  void shouldSpaceTransfersEvenlyFromItsStart() {
    assertThat(SCHEDULE.dueNanos(1_000)).isEqualTo(5_000);
    assertThat(SCHEDULE.dueNanos(1_001)).isEqualTo(5_000 + Duration.ofMillis(10).toNanos());
    assertThat(SCHEDULE.dueNanos(1_500)).isEqualTo(5_000 + Duration.ofSeconds(5).toNanos());
  }

  @Test
  void shouldMeasureWhatComesAfterTheSettling() {
    assertThat(SCHEDULE.end()).isEqualTo(1_500);
    assertThat(SCHEDULE.isMeasured(1_199)).isFalse();
    assertThat(SCHEDULE.isMeasured(1_200)).isTrue();
    assertThat(SCHEDULE.isMeasured(1_499)).isTrue();
    assertThat(SCHEDULE.isMeasured(1_500)).isFalse();
  }

  /** A sender that was held up for a second does not make its transfers look quick. */
  @Test
  void shouldCountFromWhenATransferWasDueHoweverLateItWasSent() {
    long second = Duration.ofSeconds(1).toNanos();

    assertThat(SCHEDULE.microsSince(1_300, SCHEDULE.dueNanos(1_300) + second)).isEqualTo(1_000_000);
    assertThat(SCHEDULE.microsSince(1_350, SCHEDULE.dueNanos(1_300) + second)).isEqualTo(500_000);
  }
}
