package io.weir.lookback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KeySetTest {
  private final KeySet keys = new KeySet();

  @Test
  void shouldKeepEachKeyOnce() {
    LongStream.of(3, 1, 3, 1, -1, 9).forEach(keys::add);

    assertThat(keys.size()).isEqualTo(4);
    assertThat(keys.toArray()).containsExactlyInAnyOrder(-1, 1, 3, 9);
    assertThat(keys.holds(9)).isTrue();
    assertThat(keys.holds(2)).isFalse();
  }

  @Test
  void shouldKeepThoseThatFallOnOnePlaceApartAndAllOfThemWhenItGrows() {
    long[] alike = LongStream.rangeClosed(1, 5_000).map(key -> key << 40).toArray();
    LongStream.of(alike).forEach(keys::add);

    assertThat(keys.toArray()).containsExactlyInAnyOrder(alike);
    assertThat(LongStream.of(alike).allMatch(keys::holds)).isTrue();
    assertThat(keys.holds(5_001L << 40)).isFalse();
  }

  @Test
  void shouldHoldWhatWasAddedAndNothingElse() {
    Random random = new Random(5);
    long[] added = random.longs(200_000).filter(key -> key != 0).distinct().toArray();
    LongStream.of(added).forEach(keys::add);

    assertThat(keys.size()).isEqualTo(added.length);
    assertThat(LongStream.of(added).allMatch(keys::holds)).isTrue();
    assertThat(random.longs(10_000).noneMatch(keys::holds)).isTrue();
  }
}
