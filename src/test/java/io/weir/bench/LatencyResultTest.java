package io.weir.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.bench.LatencyResult.Phase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LatencyResultTest {
  private static final Latencies PLAIN = new Latencies(100, 600, 8_000, 9_000, 10_000);

  private static final Latencies SINCE_DUE = new Latencies(10, 9_000, 99_000, 99_000, 99_000);

  @Test
  void shouldHoldTheMediansOfTheRoundsAgainstTheTargets() {
    LatencyResult result =
        new LatencyResult(
            List.of(
                phase(2_000, 1, 6_000, 50_000),
                phase(10_000, 1, 7_000, 20_000),
                phase(2_000, 2, 11_000, 12_000),
                phase(10_000, 2, 7_000, 60_000),
                phase(2_000, 3, 10_000, 14_000),
                phase(10_000, 3, 7_000, 51_000)));

    assertThat(result.targets()).extracting(Target::found).containsExactly(10.0, 14.0, 51.0);
    assertThat(result.targets()).extracting(Target::holds).containsExactly(true, true, false);
  }

  @Test
  void shouldShowAlertsBesideTransfers() {
    LatencyResult result =
        new LatencyResult(List.of(phase(500, 1, 6_000, 9_000), phase(500, 2, 8_000, 9_500)));

    assertThat(result.targets()).isEmpty();
    assertThat(result.sheet().rows())
        .extracting(row -> row.get(0) + " " + row.get(1) + " " + row.get(2) + " " + row.get(6))
        .containsExactly(
            "500 appended ... alert read 7.0 (6.0-8.0) 20",
            "500 due ... alert read 9.0 (9.0-9.0) 20",
            "500 due ... transfer read 0.6 (0.6-0.6) 200");
  }

  @Test
  void shouldWarnWhenTheSenderWasLate() {
    assertThat(new LatencyResult(List.of(phase(500, 1, 1, 1))).warnings()).isEmpty();
    assertThat(
            new LatencyResult(List.of(new Phase(500, 1, PLAIN, PLAIN, PLAIN, 250_000))).warnings())
        .containsExactly("The sender itself was up to 250 ms late; that is in the figures.");
  }

  @Test
  void shouldTakePercentilesOfAllThatWasMeasured() {
    Histogram micros = new Histogram(3);
    for (int i = 1; i <= 1_000; i++) {
      micros.recordValue(i);
    }

    assertThat(Latencies.of(micros)).isEqualTo(new Latencies(1_000, 500, 990, 999, 1_000));
  }

  @Test
  void shouldReachAnotherProcessUnchanged() {
    Map<String, String> fields = new HashMap<>();
    PLAIN.put(fields, "plain");

    assertThat(Latencies.of(fields, "plain")).isEqualTo(PLAIN);
  }

  private static Phase phase(long rate, int round, long p50, long p99) {
    return new Phase(rate, round, new Latencies(10, p50, p99, p99, p99), SINCE_DUE, PLAIN, 0);
  }
}
