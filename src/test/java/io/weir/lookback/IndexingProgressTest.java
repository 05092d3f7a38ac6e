package io.weir.lookback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IndexingProgressTest {
  private final IndexingProgress progress = new IndexingProgress(3);

  @Test
  void shouldTellHowFarAFirstStartIs() {
    assertThat(progress.look(1_000_000, 1_000_000, 2_000_000))
        .contains("Indexing what has passed partition=3 done=0% togo=1000000");
    assertThat(progress.look(1_000_000, 1_730_000, 2_000_000))
        .contains("Indexing what has passed partition=3 done=73% togo=270000");
    assertThat(progress.look(1_000_000, 1_999_000, 2_000_000))
        .contains("What has passed is indexed partition=3");
    assertThat(progress.look(1_000_000, 2_000_000, 2_000_000)).isEmpty();
  }

  @Test
  void shouldTellNothingWhenItIsCloseBehind() {
    assertThat(progress.look(0, 0, 0)).isEmpty();
    assertThat(progress.look(0, 10, 1_000)).isEmpty();
  }

  @Test
  void shouldTellAgainWhenItFallsFarBehindAgain() {
    assertThat(progress.look(0, 0, 100_000)).isPresent();
    assertThat(progress.look(0, 100_000, 100_000)).isPresent();
    assertThat(progress.look(0, 100_000, 200_000))
        .contains("Indexing what has passed partition=3 done=50% togo=100000");
  }

  @Test
  void shouldTellNothingWhenRetentionHasTakenAllThatWasToIndex() {
    assertThat(progress.look(200_000, 100_000, 200_000)).isEmpty();
    assertThat(progress.look(200_000, 100_000, 300_000))
        .contains("Indexing what has passed partition=3 done=0% togo=100000");
  }
}
