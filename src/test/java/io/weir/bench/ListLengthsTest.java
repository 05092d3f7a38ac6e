package io.weir.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ListLengthsTest {
  private static final long MEBIBYTE = 1 << 20;
  private static final ListPlan PLAN =
      new ListPlan(List.of(10_000_000L, 1_000L, 1_000_000L), 1_000, 0, 100, 3, "2g");

  private final ListLengths lengths = new ListLengths(PLAN, 1);

  @Test
  void shouldGiveAllLengthsTheSameLoad() {
    assertThat(lengths.contestants())
        .extracting(contestant -> contestant.work().listed())
        .containsExactly(1_000L, 1_000_000L, 10_000_000L);
    assertThat(lengths.contestants())
        .extracting(contestant -> contestant.work().load())
        .containsOnly(new LoadSpec(1, LoadShape.MIX, 100, 1_000));
  }

  @Test
  void shouldHoldWhatALongListCostsAgainstTheTargets() {
    List<Run> runs = new ArrayList<>();
    // Heap: 60 MiB, then 40 bytes more for each of 9,999,000 addresses.
    runs.addAll(runs(1_000, 1_000, 1, 60 * MEBIBYTE, 60 * MEBIBYTE, 90 * MEBIBYTE));
    runs.addAll(runs(1_000_000, 990, 11, 1, 1, 1));
    long large = 60 * MEBIBYTE + 40 * 9_999_000;
    runs.addAll(runs(10_000_000, 960, 60, large, 1, large));

    List<Target> targets = lengths.targets(Scores.of(lengths.contestants(), runs), runs);

    assertThat(targets).extracting(Target::found).containsExactly(0.96, 40.0, 11.0);
    assertThat(targets).extracting(Target::holds).containsExactly(true, true, false);
  }

  @Test
  void shouldLeaveOutWhatNeedsALengthThatWasNotMeasured() {
    ListLengths few = new ListLengths(new ListPlan(List.of(10L, 30L), 1_000, 0, 100, 1, "2g"), 1);
    List<Run> runs = new ArrayList<>(runs(10, 1_000, 1, 5_000));
    runs.addAll(runs(30, 1_000, 2, 6_000));
    Scores scores = Scores.of(few.contestants(), runs);

    assertThat(few.targets(scores, runs)).isEmpty();
    assertThat(few.sheet(scores, runs).rows())
        .containsExactly(List.of("10", "1.0", ""), List.of("30", "2.0", "50"));
  }

  private static List<Run> runs(long listed, long perSecond, long startSeconds, long... heaps) {
    List<Run> runs = new ArrayList<>();
    for (long heap : heaps) {
      Timeline.Span span =
          new Timeline.Span(Duration.ofSeconds(1), perSecond, Duration.ZERO, Duration.ZERO, true);
      runs.add(
          new Run(
              "listed-" + listed,
              runs.size() + 1,
              span,
              Duration.ofSeconds(startSeconds),
              OptionalLong.empty(),
              OptionalLong.of(heap)));
    }
    return runs;
  }
}
