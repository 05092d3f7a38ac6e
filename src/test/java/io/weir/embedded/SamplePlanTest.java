package io.weir.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SamplePlanTest {

  @Test
  void shouldPlantAFewAMinuteWhenThereIsARate() {
    SamplePlan plan = SamplePlan.atRate(1, 50);

    List<Long> planted = listed(plan, 50 * 60 * 10);

    assertThat(planted).hasSizeBetween(49, 51);
    assertThat(planted.get(0)).as("within five seconds").isLessThanOrEqualTo(5 * 50);
  }

  @Test
  void shouldPlantFromTheFirstSecondsOnWhenTheRateIsOne() {
    assertThat(listed(SamplePlan.atRate(1, 1), 60)).hasSizeBetween(4, 6).first().isEqualTo(3L);
  }

  @Test
  void shouldPlantOneInFiveHundredWhenTheEndIsKnown() {
    assertThat(listed(SamplePlan.atFullSpeed(1, OptionalLong.of(20_000)), 20_000)).hasSize(40);
    assertThat(listed(SamplePlan.atFullSpeed(1, OptionalLong.of(100)), 100)).hasSize(1);
  }

  @Test
  void shouldPlantAFewHundredAtMostWhenThereAreMillions() {
    assertThat(listed(SamplePlan.atFullSpeed(1, OptionalLong.of(1_000_000)), 1_000_000))
        .hasSizeBetween(499, 501);
  }

  @Test
  void shouldNumberThePlantedOnesInTheirOrder() {
    SamplePlan plan = SamplePlan.atRate(3, 50);

    List<Long> numbers =
        listed(plan, 60_000).stream().map(index -> plan.listed(index).getAsLong()).toList();

    assertThat(numbers).isEqualTo(LongStream.range(0, numbers.size()).boxed().toList());
  }

  @Test
  void shouldNeverMakeOneTransferBothListedAndUnscreenable() {
    SamplePlan plan = new SamplePlan(5, 0, 3);

    assertThat(LongStream.range(0, 10_000))
        .noneMatch(index -> plan.listed(index).isPresent() && plan.unscreenable(index).isPresent());
    assertThat(LongStream.range(0, 10_000)).anyMatch(index -> plan.unscreenable(index).isPresent());
  }

  private static List<Long> listed(SamplePlan plan, long transfers) {
    return LongStream.range(0, transfers)
        .filter(index -> plan.listed(index).isPresent())
        .boxed()
        .toList();
  }
}
