package io.weir.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
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

  private final Pace pace = new Pace(Duration.ZERO);
  private final PollSizes sizes = new PollSizes();

  @AfterEach
  void close() {
    sizes.close();
  }

  @Test
  void shouldHoldBackCommitsOnlyAfterAFullPoll() {
    // As an operator's file gives it, a text.
    sizes.configure(Map.of("max.poll.records", "3", Pace.CONFIG, pace));
    assertThat(due(NOW)).isTrue();

    sizes.onConsume(records(2));
    assertThat(due(NOW + 1)).isTrue();

    sizes.onConsume(records(3));
    assertThat(due(NOW + 2)).isFalse();
  }

  @Test
  void shouldTellOthersThatTheThreadIsBehind() {
    sizes.configure(Map.of("max.poll.records", 3, Pace.CONFIG, pace));
    sizes.onConsume(records(2));
    assertThat(pace.isBehind()).isFalse();

    sizes.onConsume(records(3));

    assertThat(pace.isBehind()).isTrue();
    await().untilAsserted(() -> assertThat(pace.isBehind()).isFalse());
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

  private boolean due(long now) {
    pace.ofThisThread().want();
    return pace.ofThisThread().isDue(now);
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
}
