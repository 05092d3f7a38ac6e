package io.weir.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.sources.ListTarget.Change;
import io.weir.sources.SyncResult.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
  private static final ListSource HOURLY = SyncBed.source(new Place.OnDisk(Path.of("a.csv")));

  private static Duration after(Outcome outcome, int failures, double random) {
    RandomGenerator fixed =
        new RandomGenerator() {
          @Override
          public long nextLong() {
            return 0;
          }

          @Override
          public double nextDouble() {
            return random;
          }
        };
    SyncResult result =
        new SyncResult(
            HOURLY, outcome, Change.NOTHING, Optional.empty(), Optional.empty(), Optional.empty());
    return new Pace(Duration.ofMinutes(1), fixed).after(result, failures);
  }

  @ParameterizedTest
  @CsvSource({
    "PUBLISHED,0,PT1H",
    "UNCHANGED,0,PT1H",
    "REFUSED,1,PT1H",
    "NOT_FETCHED,1,PT1M",
    "NOT_FETCHED,2,PT2M",
    "NOT_FETCHED,6,PT32M",
    "NOT_FETCHED,7,PT1H",
    "NOT_FETCHED,2000000000,PT1H",
    "NOT_TAKEN,1,PT1M"
  })
  void shouldComeBackSoonerAfterAFailureThatMayPass(
      Outcome outcome, int failures, Duration expected) {
    assertThat(after(outcome, failures, 0.5)).isEqualTo(expected);
  }

  @Test
  void shouldVaryByATenth() {
    assertThat(after(Outcome.PUBLISHED, 0, 0)).isEqualTo(Duration.ofMinutes(54));
    assertThat(after(Outcome.PUBLISHED, 0, 1)).isEqualTo(Duration.ofMinutes(66));
  }
}
