package io.weir.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

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
    commits.polled(true);

    assertThat(flood(NOW + 10, 900)).isZero();
  }

  @Test
  void shouldNotLetThemWaitForALongInterval() {
    commits.polled(true);

    assertThat(flood(NOW, 10_000)).isEqualTo(10);
  }

  @Test
  void shouldCommitAtOnceAgainWhenTheThreadHasCaughtUp() {
    commits.want();
    commits.isDue(NOW);
    commits.polled(true);
    commits.want();
    assertThat(commits.isDue(NOW + 10)).isFalse();

    commits.polled(false);

    // One short poll may come by chance.
    assertThat(commits.isDue(NOW + 109)).isFalse();
    assertThat(commits.isDue(NOW + 110)).isTrue();
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
