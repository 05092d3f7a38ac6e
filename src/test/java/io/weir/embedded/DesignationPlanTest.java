package io.weir.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DesignationPlanTest {

  @Test
  void shouldDesignateAfterSecondsWhenThereIsARate() {
    DesignationPlan plan = DesignationPlan.of(50, OptionalLong.empty());

    assertThat(plan.at()).isEqualTo(15 * 50);
    assertThat(touches(plan, 0, plan.at())).containsExactly(187L, 375L, 562L);
    assertThat(touches(plan, plan.at(), 50 * 60 * 2)).as("later, and more than once").hasSize(3);
  }

  @Test
  void shouldDesignateInTheMiddleWhenThereAreFew() {
    DesignationPlan plan = DesignationPlan.of(0, OptionalLong.of(100));

    assertThat(plan.at()).isEqualTo(50);
    assertThat(touches(plan, 0, 50)).hasSize(3);
    assertThat(touches(plan, 50, 100)).containsExactly(62L);
  }

  @Test
  void shouldDesignateNothingWhenThereAreTooFewToShowIt() {
    assertThat(DesignationPlan.of(50, OptionalLong.of(7))).isEqualTo(DesignationPlan.NONE);
    assertThat(DesignationPlan.of(0, OptionalLong.of(8)).at()).isEqualTo(4);
    assertThat(DesignationPlan.NONE.comesBefore(0)).isFalse();
    assertThat(DesignationPlan.NONE.isPast(0)).isFalse();
    assertThat(touches(DesignationPlan.NONE, 0, 1_000)).isEmpty();
  }

  @Test
  void shouldNumberTheTouchesInTheirOrder() {
    for (long at = 4; at < 200; at++) {
      DesignationPlan plan = new DesignationPlan(at);
      List<Long> numbers =
          touches(plan, 0, 20 * at).stream().map(index -> plan.touch(index).getAsLong()).toList();

      assertThat(numbers).isEqualTo(LongStream.range(0, numbers.size()).boxed().toList());
    }
  }

  private static List<Long> touches(DesignationPlan plan, long from, long to) {
    return LongStream.range(from, to)
        .filter(index -> plan.touch(index).isPresent())
        .boxed()
        .toList();
  }
}
