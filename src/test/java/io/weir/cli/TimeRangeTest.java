package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeRangeTest {
  private static final Instant NOW = Instant.parse("2026-03-08T10:00:00Z");

  @Test
  void shouldCountBothDaysIn() {
    TimeRange range = TimeRange.parse("2026-03-07", "2026-03-07", NOW);

    assertThat(range.from()).contains(Instant.parse("2026-03-07T00:00:00Z"));
    assertThat(range.to()).contains(Instant.parse("2026-03-08T00:00:00Z"));
  }

  @Test
  void shouldTakeTimesAsTheyAre() {
    TimeRange range =
        TimeRange.parse("2026-03-07T12:00:00+09:00", "2026-03-07T12:00:00+08:00", NOW);

    assertThat(range.from()).contains(Instant.parse("2026-03-07T03:00:00Z"));
    assertThat(range.to()).contains(Instant.parse("2026-03-07T04:00:00Z"));
  }

  @Test
  void shouldHaveNoEndsWhenNoneAreGiven() {
    assertThat(TimeRange.parse(null, null, NOW).from()).isEmpty();
    assertThat(TimeRange.parse(null, null, NOW).to()).isEmpty();
  }

  @Test
  void shouldBeginToday() {
    assertThat(TimeRange.parse("2026-03-08", null, NOW).from())
        .contains(Instant.parse("2026-03-08T00:00:00Z"));
  }

  @Test
  void shouldRefuseWhatHoldsNothing() {
    refused("2026-03-07", "2026-03-06", "--from must lie before --to.");
    refused("2026-03-07T12:00:00Z", "2026-03-07T12:00:00Z", "--from must lie before --to.");
    refused("2026-03-09", null, "--from lies in the future");
  }

  @Test
  void shouldNameTheOptionThatIsNoTime() {
    refused("yesterday", null, "--from expects a day such as 2026-03-07");
    refused(null, "2026-03-07T12:00:00", "--to expects a day such as 2026-03-07");
  }

  private static void refused(String from, String to, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TimeRange.parse(from, to, NOW))
        .withMessageContaining(why);
  }
}
