package io.weir.lookback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentFilterTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 5, 10, 100, 1_000, 20_000, OpenSegment.MAX_KEYS})
  void shouldHoldEveryKeyAndFewOthers(int count) {
    Random random = new Random(count);
    long[] keys = random.longs(count).distinct().toArray();

    byte[] stored = SegmentFilter.of(keys).bytes();
    SegmentFilter filter = SegmentFilter.read(stored);

    assertThat(Arrays.stream(keys).allMatch(filter::mayHold)).isTrue();
    long wrong = random.longs(100_000).filter(filter::mayHold).count();
    assertThat(wrong).as("false positives in 100,000").isLessThan(count == 0 ? 1_000 : 500);
    assertThat(stored).hasSize(SegmentFilter.size(keys.length));
    assertThat(stored.length).as("a record of a changelog").isLessThan(1_000_000);
  }

  @Test
  void shouldTakeAboutNineBitsAKey() {
    assertThat(SegmentFilter.size(100_000) * 8.0 / 100_000).isLessThan(9.1);
  }

  @Test
  void shouldRefuseToAnswerFromBytesThatItDidNotWrite() {
    byte[] stored = SegmentFilter.of(new long[] {1, 2, 3}).bytes();
    byte[] shorter = Arrays.copyOf(stored, stored.length - 4);

    assertThatThrownBy(() -> SegmentFilter.read(shorter))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("reset look-back");
  }

  @Test
  void shouldBeMadeOfAnyFewKeys() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      int count = random.nextInt(12);
      long[] keys = random.longs(count, 0, 40).distinct().toArray();
      SegmentFilter filter = SegmentFilter.of(keys);
      assertThat(Arrays.stream(keys).allMatch(filter::mayHold)).isTrue();
    }
  }
}
