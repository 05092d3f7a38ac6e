package io.weir.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A poll that brings as many records as it may tells that more wait. */
class PollSizesTest {
  private static final long NOW = 1_700_000_000_000L;
  private static final TopicPartition TRANSFERS = new TopicPartition("transfers", 0);

  private final AtomicLong now = new AtomicLong(NOW);
  private final Pace pace = new Pace(Duration.ZERO, new SettableClock());
  private final PollSizes sizes = new PollSizes();

  @AfterEach
  void close() {
    sizes.close();
  }

  @Test
  void shouldHoldBackCommitsOnlyAfterAFullPoll() {
    // As an operator's file gives it, a text.
    sizes.configure(Map.of("max.poll.records", "3", Pace.CONFIG, pace));
    assertThat(due()).isTrue();

    sizes.onConsume(records(2));
    now.addAndGet(1_000);
    assertThat(due()).isTrue();

    sizes.onConsume(records(3));
    now.addAndGet(500);
    assertThat(due()).isFalse();
  }

  @Test
  void shouldTellOthersThatTheThreadIsBehind() {
    sizes.configure(Map.of("max.poll.records", 3, Pace.CONFIG, pace));
    sizes.onConsume(records(2));
    assertThat(pace.isBehind()).isFalse();

    sizes.onConsume(records(3));

    assertThat(pace.isBehind()).isTrue();
    now.addAndGet(199);
    assertThat(pace.isBehind()).isTrue();
    now.addAndGet(1);
    assertThat(pace.isBehind()).isFalse();
    now.addAndGet(-3_600_000);
    assertThat(pace.isBehind()).as("when the clock was set back").isFalse();
  }

  @Test
  void shouldTakeAGreatManyForABacklogHoweverManyThereMayBe() {
    sizes.configure(Map.of("max.poll.records", 5_000, Pace.CONFIG, pace));

    sizes.onConsume(records(999));
    assertThat(pace.isBehind()).isFalse();

    sizes.onConsume(records(1_000));
    assertThat(pace.isBehind()).isTrue();
  }

  @Test
  void shouldHandOnWhatItSees() {
    sizes.configure(Map.of("max.poll.records", 3, Pace.CONFIG, pace));
    ConsumerRecords<byte[], byte[]> records = records(3);

    assertThat(sizes.onConsume(records)).isSameAs(records);
  }

  @Test
  void shouldRefuseToWorkForNoPace() {
    assertThatThrownBy(() -> sizes.configure(Map.of("max.poll.records", 3)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(Pace.CONFIG);
  }

  private boolean due() {
    pace.ofThisThread().want();
    return pace.ofThisThread().isDue(now.get());
  }

  private static ConsumerRecords<byte[], byte[]> records(int count) {
    List<ConsumerRecord<byte[], byte[]>> records =
        LongStream.range(0, count)
            .mapToObj(
                offset ->
                    new ConsumerRecord<>(
                        TRANSFERS.topic(), TRANSFERS.partition(), offset, new byte[0], new byte[0]))
            .toList();
    return new ConsumerRecords<>(Map.of(TRANSFERS, records), Map.of());
  }

  private final class SettableClock extends Clock {
    @Override
    public long millis() {
      return now.get();
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(millis());
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
