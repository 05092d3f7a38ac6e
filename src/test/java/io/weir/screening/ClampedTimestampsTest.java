package io.weir.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class ClampedTimestampsTest {
  private static final long NOW = 1_000_000;
  private final ClampedTimestamps timestamps =
      new ClampedTimestamps(Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC));

  private long extracted(long timestamp) {
    return timestamps.extract(
        new ConsumerRecord<>(
            "transfers",
            0,
            0,
            timestamp,
            TimestampType.CREATE_TIME,
            0,
            0,
            null,
            null,
            new RecordHeaders(),
            Optional.empty()),
        -1);
  }

  @Test
  void shouldKeepATimestampOfThePast() {
    assertThat(extracted(999)).isEqualTo(999);
  }

  @Test
  void shouldBoundATimestampOfTheFuture() {
    assertThat(extracted(Long.MAX_VALUE)).isEqualTo(NOW);
  }

  @Test
  void shouldReplaceANegativeTimestampBecauseKafkaWouldDropTheRecord() {
    assertThat(extracted(-1)).isEqualTo(NOW);
  }
}
