package io.weir.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rows that come and go over the years leave the table neither full nor wrong about its size. */
@Timeout(value = 60, threadMode = SEPARATE_THREAD) // a search in a full table has no end
class FingerprintTableTest {
  /** Some times what the table has room for at first. */
  private static final int MANY = 10_000;

  private final FingerprintTable table = new FingerprintTable();

  @Test
  void shouldCountTheRowsThatAreThere() {
    table.put(fingerprint(1), 1, position -> position == 1);
    table.put(fingerprint(2), 2, position -> position == 2);

    table.remove(fingerprint(1), position -> position == 1);
    table.remove(fingerprint(1), position -> position == 1);
    table.remove(fingerprint(3), position -> position == 3);

    assertThat(table.size()).isEqualTo(1);
  }

  @Test
  void shouldFindWhatIsNotThereAfterManyRowsHaveGone() {
    for (int row = 1; row <= MANY; row++) {
      int position = row;
      table.put(fingerprint(row), position, there -> there == position);
      table.remove(fingerprint(row), there -> there == position);
    }

    assertThat(table.size()).isZero();
    assertThat(table.find(fingerprint(MANY + 1), position -> true))
        .isEqualTo(FingerprintTable.NONE);
  }

  @Test
  void shouldForgetRowsThatHaveGoneWhenItGrows() {
    for (int row = 1; row <= MANY; row++) {
      int position = row;
      table.put(fingerprint(row), position, there -> there == position);
      if (row % 2 == 0) {
        table.remove(fingerprint(row), there -> there == position);
      }
    }

    long mayContain =
        IntStream.rangeClosed(1, MANY)
            .filter(row -> row % 2 == 0 && table.mayContain(fingerprint(row)))
            .count();
    // Only what was removed after the table grew last still has its place.
    assertThat(mayContain).isLessThan(MANY / 2);
    assertThat(table.size()).isEqualTo(MANY / 2);
  }

  @Test
  void shouldNeverDenyARowThatIsThere() {
    for (int row = 1; row <= MANY; row++) {
      int position = row;
      table.put(fingerprint(row), position, there -> there == position);

      assertThat(table.mayContain(fingerprint(row))).isTrue();
    }

    assertThat(IntStream.rangeClosed(1, MANY).allMatch(row -> table.mayContain(fingerprint(row))))
        .isTrue();
  }

  @Test
  void shouldDenyWhatWasNeverThere() {
    for (int row = 1; row <= MANY; row++) {
      int position = row;
      table.put(fingerprint(row), position, there -> there == position);
    }

    assertThat(
            IntStream.rangeClosed(MANY + 1, 3 * MANY)
                .noneMatch(row -> table.mayContain(fingerprint(row))))
        .isTrue();
  }

  /** Spread as fingerprints are; never the one that means none. */
  private static long fingerprint(int row) {
    return row * 0x9e37_79b9_7f4a_7c15L;
  }
}
