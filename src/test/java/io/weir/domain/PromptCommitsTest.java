package io.weir.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An alert does not wait, and a flood of them does not commit each. */
class PromptCommitsTest {
  private static final long NOW = 1_700_000_000_000L;

  private final PromptCommits commits = new PromptCommits(Duration.ofMillis(5));

  @Test
  void shouldCommitAnAlertAtOnce() {
    assertThat(commits.isDue(NOW)).isFalse();

    commits.want();

    assertThat(commits.isDue(NOW)).isTrue();
    assertThat(commits.isDue(NOW)).isFalse();
  }

  @Test
  void shouldLetTheNextAlertWaitForTheLeastTime() {
    commits.want();
    commits.isDue(NOW);

    commits.want();

    assertThat(commits.isDue(NOW + 4)).isFalse();
    assertThat(commits.isDue(NOW + 5)).isTrue();
    assertThat(commits.isDue(NOW + 10)).isFalse();
  }

  @Test
  void shouldCommitTwentyInARowAndThenThirtyThreeASecond() {
    assertThat(flood(NOW, 100)).isEqualTo(20);
    assertThat(flood(NOW + 100, 10_000)).isBetween(332, 337);
    assertThat(flood(NOW + 100_000, 100)).isEqualTo(20);
  }

  @ParameterizedTest
  @CsvSource({"5, 1000", "10, 500", "25, 200", "50, 100", "1, 1000", "5000, 100"})
  void shouldSpendHalfOfTheTimeOnCommits(long taken, int inTenSeconds) {
    long now = NOW;
    for (int commit = 0; commit < 40; commit++) {
      commits.want();
      commits.isDue(now);
      commits.polled(false, now + taken);
      now += 10_000;
    }

    flood(now, 1_000);

    assertThat(flood(now + 1_000, 10_000)).isCloseTo(inTenSeconds, Percentage.withPercentage(5));
  }

  @Test
  void shouldNotHoldBackTenAlertsASecond() {
    for (int alert = 0; alert < 1000; alert++) {
      commits.want();
      assertThat(commits.isDue(NOW + alert * 100L)).isTrue();
    }
  }

  @Test
  void shouldLeaveAlertsToKafkasIntervalWhileTheThreadIsBehind() {
    commits.want();
    commits.isDue(NOW);
    commits.polled(true, NOW);

    assertThat(flood(NOW + 200, 800)).isZero();
  }

  @Test
  void shouldHoldNoAlertBackForAHiccup() {
    commits.polled(true, NOW);

    assertThat(flood(NOW, 200)).isPositive();
  }

  @Test
  void shouldNotTakeAHiccupAfterAQuietTimeForMoreOfTheLast() {
    commits.polled(true, NOW);
    commits.polled(false, NOW + 50);
    commits.polled(true, NOW + 5_000);
    commits.want();

    assertThat(commits.isDue(NOW + 5_150)).isTrue();
  }

  @Test
  void shouldNotLetThemWaitForALongInterval() {
    commits.polled(true, NOW - 1_000);

    assertThat(flood(NOW, 10_000)).isEqualTo(10);
  }

  @Test
  void shouldCommitAtOnceAgainWhenTheThreadHasCaughtUp() {
    commits.polled(true, NOW - 1_000);
    commits.want();
    commits.isDue(NOW);
    commits.polled(true, NOW);
    commits.want();
    assertThat(commits.isDue(NOW + 10)).isFalse();

    commits.polled(false, NOW + 10);

    // One short poll may come by chance.
    assertThat(commits.isDue(NOW + 99)).isFalse();
    assertThat(commits.isDue(NOW + 100)).isTrue();
  }

  /** Commits of an alert each millisecond. */
  private int flood(long from, int millis) {
    int due = 0;
    for (int i = 0; i < millis; i++) {
      commits.want();
      due += commits.isDue(from + i) ? 1 : 0;
    }
    return due;
  }
}
