package io.weir.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.address.AddressKey;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a list can be used: something must be listed on the day of screening. */
class ListIndexTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 11, 5);
  private static final Optional<LocalDate> FOR_EVER = Optional.of(LocalDate.MAX);
  private static final AddressKey A = AddressKey.text("a");
  private static final AddressKey B = AddressKey.text("b");
  private static final byte[] ROW = {1};

  @TempDir Path folder;
  private ListIndex index;

  @BeforeEach
  void makeIndex() {
    index =
        new ListIndex(
            folder,
            bytes -> {
              throw new IllegalStateException("Nothing is looked up here");
            });
  }

  @Test
  void shouldNotBeUsableWithoutARow() {
    isNotUsable();
    assertThat(index.size()).isZero();
  }

  @Test
  void shouldBeUsableWhileSomethingIsListed() {
    index.list(A, ROW, FOR_EVER);
    index.list(A, ROW, FOR_EVER);
    isUsable();
    assertThat(index.size()).isEqualTo(1);

    index.delist(A);
    index.delist(A);
    isNotUsable();
  }

  @Test
  void shouldNotBeUsableWhenEveryRowOnlyAllows() {
    index.list(A, ROW, Optional.empty());

    isNotUsable();
    assertThat(index.size()).isZero();
  }

  @Test
  void shouldBeUsableUntilTheLastDenialHasExpired() {
    index.list(A, ROW, Optional.of(TODAY));
    index.list(B, ROW, Optional.of(TODAY.minusDays(1)));
    isUsable();
    assertThat(index.size()).isEqualTo(2);

    assertThat(index.isUsable(TODAY.plusDays(1))).isFalse();
  }

  @Test
  void shouldFollowARowThatChangesItsKind() {
    index.list(A, ROW, FOR_EVER);
    index.list(A, ROW, Optional.empty());
    isNotUsable();

    index.list(A, ROW, FOR_EVER);
    isUsable();

    index.list(A, ROW, Optional.of(TODAY.minusDays(1)));
    isNotUsable();

    index.listUnreadable(A);
    isUsable();

    index.list(A, ROW, Optional.empty());
    isNotUsable();

    index.delist(A);
    index.list(A, ROW, FOR_EVER);
    isUsable();

    index.clear();
    isNotUsable();
  }

  private void isUsable() {
    assertThat(index.isUsable(TODAY)).isTrue();
    assertThatCode(() -> index.refuse("topic", TODAY)).doesNotThrowAnyException();
  }

  private void isNotUsable() {
    assertThat(index.isUsable(TODAY)).isFalse();
    assertThatThrownBy(() -> index.refuse("topic", TODAY))
        .isInstanceOf(ListUnusable.class)
        .hasMessageContaining("lists no address");
  }
}
