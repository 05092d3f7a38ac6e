package io.weir.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Timeline timeline = new Timeline();

  @Test
  void shouldMeasureFromTheLastCommitWithinTheWarmUpToTheEnd() {
    at(0, 0);
    at(2, 400);
    at(3, 900);
    // The same commit seen again: the measurement has begun a second ago.
    at(4, 900);
    at(5, 1_400);
    at(7, 3_000);

    Timeline.Span span = timeline.span(1_000);

    assertThat(span.time()).isEqualTo(Duration.ofSeconds(4));
    assertThat(span.transfers()).isEqualTo(2_100);
    assertThat(span.perSecond()).isEqualTo(525.0);
    assertThat(span.warm()).isTrue();
  }

  @Test
  void shouldCountTheCpuTimeOfTheSameSpan() {
    timeline.add(new Timeline.Point(0, 0, Duration.ZERO, SECOND));
    timeline.add(new Timeline.Point(10, 5, SECOND, SECOND.multipliedBy(3)));
    timeline.add(new Timeline.Point(20, 9, SECOND.multipliedBy(4), SECOND.multipliedBy(5)));

    Timeline.Span span = timeline.span(5);

    assertThat(span.client()).isEqualTo(SECOND.multipliedBy(3));
    assertThat(span.broker()).isEqualTo(SECOND.multipliedBy(2));
  }

  @Test
  void shouldMeasureFromTheStartWhenOneCommitHoldsMoreThanTheWarmUp() {
    at(0, 0);
    at(5, 3_000);

    Timeline.Span span = timeline.span(1_000);

    assertThat(span.transfers()).isEqualTo(3_000);
    assertThat(span.time()).isEqualTo(Duration.ofSeconds(5));
    assertThat(span.warm()).isFalse();
  }

  @Test
  void shouldMeasureFromTheStartWhenThereIsNoWarmUp() {
    at(0, 0);
    at(1, 50);
    at(2, 100);

    assertThat(timeline.span(0).transfers()).isEqualTo(100);
    assertThat(timeline.span(0).warm()).isTrue();
  }

  private void at(long second, long committed) {
    timeline.add(
        new Timeline.Point(
            Duration.ofSeconds(second).toNanos(), committed, Duration.ZERO, Duration.ZERO));
  }
}
