package io.weir.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
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

    long stillThere =
        IntStream.rangeClosed(1, MANY).filter(row -> row % 2 == 0 && mayContain(row)).count();
    // Only what was removed after the table grew last still has its place.
    assertThat(stillThere).isLessThan(MANY / 2);
    assertThat(table.size()).isEqualTo(MANY / 2);
  }

  @Test
  void shouldNeverDenyARowThatIsThere() {
    for (int row = 1; row <= MANY; row++) {
      int position = row;
      table.put(fingerprint(row), position, there -> there == position);

      assertThat(mayContain(row)).isTrue();
    }

    assertThat(IntStream.rangeClosed(1, MANY).allMatch(row -> mayContain(row))).isTrue();
  }

  @Test
  void shouldDenyWhatWasNeverThere() {
    for (int row = 1; row <= MANY; row++) {
      int position = row;
      table.put(fingerprint(row), position, there -> there == position);
    }

    assertThat(IntStream.rangeClosed(MANY + 1, 3 * MANY).noneMatch(row -> mayContain(row)))
        .isTrue();
  }

  @Test
  void shouldTellManyApartAtOnce() {
    for (int row = 2; row <= MANY; row += 2) {
      int position = row;
      table.put(fingerprint(row), position, there -> there == position);
    }
    long[] wanted =
        IntStream.rangeClosed(1, MANY).mapToLong(FingerprintTableTest::fingerprint).toArray();
    long[] found = LongStream.generate(() -> -1).limit(MANY + 1).toArray();

    table.lookUp(wanted, MANY, found);

    assertThat(IntStream.rangeClosed(1, MANY).filter(row -> found[row - 1] != 0).toArray())
        .isEqualTo(IntStream.rangeClosed(1, MANY).filter(row -> row % 2 == 0).toArray());
    assertThat(found[MANY]).as("behind those that were asked for").isEqualTo(-1);
  }

  private boolean mayContain(int row) {
    long[] found = {-1};
    table.lookUp(new long[] {fingerprint(row)}, 1, found);
    return found[0] != 0;
  }

  /** Spread as fingerprints are; never the one that means none. */
  private static long fingerprint(int row) {
    return row * 0x9e37_79b9_7f4a_7c15L;
  }
}
