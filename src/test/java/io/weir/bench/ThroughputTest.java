package io.weir.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ThroughputTest {
  private static final Plan ALL = plan(Set.of());

  @Test
  void shouldHoldTheMediansOfOneBenchmarkAgainstEachOther() {
    List<Run> runs = new ArrayList<>();
    runs.addAll(runs("idle", 1_000, 2_000, 1_500));
    runs.addAll(runs("copy", 500, 520, 100));
    runs.addAll(runs("join", 300, 300, 300));
    runs.addAll(runs("hits-only", 1_350, 900, 2_000));
    runs.addAll(runs("shipped", 440, 600, 400));

    List<Target> targets = Throughput.targets(scores(ALL, runs));

    assertThat(targets).extracting(Target::found).containsExactly(0.9, 0.88, 4.5);
    assertThat(targets)
        .extracting(Target::goal)
        .containsExactly(Goal.HITS_ONLY, Goal.SHIPPED, Goal.JOIN);
    assertThat(targets).extracting(Target::holds).containsExactly(true, false, true);
  }

  @Test
  void shouldLeaveOutWhatNeedsSomebodyWhoDidNotTakePart() {
    List<Run> runs = new ArrayList<>(runs("idle", 1_000));
    runs.addAll(runs("hits-only", 950));

    assertThat(Throughput.targets(scores(plan(Set.of("idle", "hits-only")), runs)))
        .extracting(Target::goal)
        .containsExactly(Goal.HITS_ONLY);
  }

  @Test
  void shouldGiveCpuTimeForAMillionTransfers() {
    Score score = scores(plan(Set.of("idle")), runs("idle", 1_000)).find("idle").orElseThrow();

    // 2 s of the client and 1 s of the broker for 1,000 transfers.
    assertThat(score.clientCpu().median()).isEqualTo(2_000);
    assertThat(score.brokerCpu().median()).isEqualTo(1_000);
    assertThat(score.peakBytes()).hasValue(42);
  }

  @Test
  void shouldNameAsContestantsWhatThePlanNames() {
    assertThat(Throughput.contestants(ALL, 1))
        .extracting(Contestant::name)
        .containsExactlyElementsOf(Plan.THROUGHPUT);
  }

  @Test
  void shouldNeverHoldWhenNothingWasMeasured() {
    assertThat(new Target(Goal.SHIPPED, Double.NaN).holds()).isFalse();
    assertThat(new Target(Goal.HEAP, Double.NaN).holds()).isFalse();
    assertThat(new Target(Goal.HEAP, 48).holds()).isTrue();
    assertThat(new Target(Goal.HEAP, 48.01).holds()).isFalse();
  }

  private static Plan plan(Set<String> only) {
    return new Plan(1_000, 0, 100, 100, 3, only, Optional.empty());
  }

  private static Scores scores(Plan plan, List<Run> runs) {
    return Scores.of(Throughput.contestants(plan, 1), runs);
  }

  private static List<Run> runs(String contestant, long... perSecond) {
    List<Run> runs = new ArrayList<>();
    for (long transfers : perSecond) {
      Timeline.Span span =
          new Timeline.Span(
              Duration.ofSeconds(1), transfers, Duration.ofSeconds(2), Duration.ofSeconds(1), true);
      runs.add(
          new Run(
              contestant,
              runs.size() + 1,
              span,
              Duration.ofSeconds(3),
              OptionalLong.of(42),
              OptionalLong.empty()));
    }
    return runs;
  }
}
