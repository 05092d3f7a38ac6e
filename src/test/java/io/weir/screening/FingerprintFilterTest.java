package io.weir.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A filter that lets everything pass is as right as a good one, so what passes is counted. */
class FingerprintFilterTest {
  private static final int SLOTS = 80_000;

  /** As full as a table ever is. */
  private static final int ROWS = SLOTS * 7 / 10;

  private final FingerprintFilter filter = new FingerprintFilter(SLOTS);
  private final SplittableRandom random = new SplittableRandom(1);

  @Test
  void shouldLetFewPassThatWereNeverMarked() {
    long[] marked = random.longs(ROWS).toArray();
    Arrays.stream(marked).forEach(one -> filter.letPass(slot(one), one));

    assertThat(Arrays.stream(marked).allMatch(one -> passes(slot(one), one))).isTrue();
    long passed =
        random.longs(ROWS).filter(fingerprint -> passes(slot(fingerprint), fingerprint)).count();

    assertThat(passed).isPositive().isLessThan(ROWS * 2 / 100);
  }

  @Test
  void shouldLetPassWhatIsMarkedAndNothingFromAnotherWord() {
    filter.letPass(SLOTS - 1, 0x123);

    assertThat(IntStream.range(0, SLOTS).filter(slot -> passes(slot, 0x123)).toArray())
        .isEqualTo(IntStream.range(SLOTS - 8, SLOTS).toArray());
  }

  private boolean passes(int slot, long fingerprint) {
    return FingerprintFilter.passes(filter.word(slot), fingerprint);
  }

  /** By the high bits, as the table chooses it. */
  private static int slot(long fingerprint) {
    return (int) (((fingerprint >>> 33) * SLOTS) >>> 31);
  }
}
