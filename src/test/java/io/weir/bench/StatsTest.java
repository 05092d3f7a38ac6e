package io.weir.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatsTest {
  @Test
  void shouldTakeTheMiddleOfAnOddNumber() {
    assertThat(Stats.of(List.of(9.0, 1.0, 5.0))).isEqualTo(new Stats(5, 1, 9));
  }

  @Test
  void shouldTakeTheMeanOfTheTwoInTheMiddleOfAnEvenNumber() {
    assertThat(Stats.of(List.of(8.0, 2.0, 4.0, 100.0))).isEqualTo(new Stats(6, 2, 100));
  }

  @Test
  void shouldGiveTheSpreadAsAShareOfTheMedian() {
    assertThat(Stats.of(List.of(90.0, 100.0, 115.0)).spread()).isEqualTo(0.25);
    assertThat(Stats.of(List.of(7.0)).spread()).isZero();
  }

  @Test
  void shouldRefuseToSumUpNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> Stats.of(List.of()));
  }
}
