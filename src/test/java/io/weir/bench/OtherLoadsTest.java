package io.weir.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OtherLoadsTest {
  private static final Plan ALL = new Plan(1_000, 100, 100, 100, 1, Set.of(), Optional.empty());

  @Test
  void shouldHoldEachLoadAgainstItsCounterpart() {
    Map<String, Long> perSecond =
        Map.of(
            "no-hits", 1_000L,
            "many-hits", 840L,
            "narrow", 900L,
            "wide", 20L,
            "roomy", 500L,
            "small", 490L);

    List<Target> targets = OtherLoads.targets(scores(perSecond));

    // 900 / 20 = 45 times as slow with 50 times as many addresses.
    assertThat(targets).extracting(Target::found).containsExactly(0.84, 0.98, 0.9);
    assertThat(targets).extracting(Target::holds).containsExactly(false, true, true);
  }

  @Test
  void shouldNameAsContestantsWhatThePlanNames() {
    assertThat(contestants()).extracting(Contestant::name).containsExactlyElementsOf(Plan.LOADS);
  }

  @Test
  void shouldLetThoseRunInTurnsThatAreHeldAgainstEachOther() {
    Plan some =
        new Plan(1_000, 100, 100, 100, 1, Set.of("small", "roomy", "wide"), Optional.empty());

    assertThat(OtherLoads.pairs(some, 1))
        .extracting(pair -> pair.stream().map(Contestant::name).toList())
        .containsExactly(List.of("wide"), List.of("roomy", "small"));
  }

  @Test
  void shouldGiveTheTwoHeapsTheSameWork() {
    List<Contestant> contestants = contestants();

    assertThat(contestants.get(4).work()).isEqualTo(contestants.get(5).work());
    assertThat(contestants.get(4).heap()).contains("1g");
    assertThat(contestants.get(5).heap()).contains("256m");
  }

  private static List<Contestant> contestants() {
    return OtherLoads.pairs(ALL, 1).stream().flatMap(List::stream).toList();
  }

  private static Scores scores(Map<String, Long> perSecond) {
    List<Contestant> contestants = contestants();
    List<Run> runs = new ArrayList<>();
    for (Contestant contestant : contestants) {
      Timeline.Span span =
          new Timeline.Span(
              Duration.ofSeconds(1),
              perSecond.get(contestant.name()),
              Duration.ZERO,
              Duration.ZERO,
              true);
      runs.add(
          new Run(
              contestant.name(),
              1,
              span,
              Duration.ofSeconds(1),
              OptionalLong.empty(),
              OptionalLong.empty()));
    }
    return Scores.of(contestants, runs);
  }
}
