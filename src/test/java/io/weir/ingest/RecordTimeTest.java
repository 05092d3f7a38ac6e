package io.weir.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordTimeTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final RecordTime forever = new RecordTime(CLOCK, Optional.empty());
  private final RecordTime week = new RecordTime(CLOCK, Optional.of(Duration.ofDays(7)));

  @Test
  void shouldBeTheTimeOfTheTransfer() {
    Instant bitcoinsFirstDay = Instant.parse("2009-01-03T18:15:05Z");

    assertThat(forever.of(bitcoinsFirstDay)).isEqualTo(bitcoinsFirstDay.toEpochMilli());
    assertThat(forever.of(Instant.EPOCH)).isZero();
    assertThat(forever.moved()).isZero();
  }

  @Test
  void shouldBeThePresentWhenTheTransferIsInTheFuture() {
    assertThat(forever.of(NOW.plusSeconds(1))).isEqualTo(NOW.toEpochMilli());
    assertThat(forever.moved()).isZero();
  }

  @Test
  void shouldBeThePresentWhenTheTransferIsBefore1970() {
    assertThat(forever.of(Instant.EPOCH.minusMillis(1))).isEqualTo(NOW.toEpochMilli());
  }

  @Test
  void shouldBeThePresentWhenTheBrokerWouldSoonDeleteTheRecord() {
    Instant young = NOW.minus(Duration.ofHours(84));

    assertThat(week.of(young)).isEqualTo(young.toEpochMilli());
    assertThat(week.of(young.minusMillis(1))).isEqualTo(NOW.toEpochMilli());
    assertThat(week.moved()).isEqualTo(1);
  }
}
