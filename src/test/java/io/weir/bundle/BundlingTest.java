package io.weir.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a poll brings of a partition becomes one record, and nothing of it is lost on the way. */
class BundlingTest {
  private static final TopicPartition FIRST = new TopicPartition("transfers", 0);
  private static final TopicPartition SECOND = new TopicPartition("transfers", 1);
  private static final TopicPartition OTHER = new TopicPartition("listing-changes", 0);

  private final Bundling bundling = new Bundling();

  @AfterEach
  void close() {
    bundling.close();
  }

  @Test
  void shouldMakeOneRecordOfThoseOfAPartition() {
    bundling.configure(Map.of(Bundling.TOPIC, "transfers"));
    List<ConsumerRecord<byte[], byte[]>> first = records(FIRST, 7, 8, 11);
    List<ConsumerRecord<byte[], byte[]>> second = records(SECOND, 3);

    ConsumerRecords<byte[], byte[]> bundled =
        bundling.onConsume(new ConsumerRecords<>(Map.of(FIRST, first, SECOND, second), Map.of()));

    assertThat(bundled.count()).isEqualTo(2);
    assertThat(unbundled(bundled.records(FIRST).get(0))).isEqualTo(first);
    assertThat(unbundled(bundled.records(SECOND).get(0))).isEqualTo(second);
  }

  /** Kafka Streams commits the offset of what waits: all of it must come again after a failure. */
  @Test
  void shouldHaveTheOffsetOfItsFirstRecord() {
    bundling.configure(Map.of(Bundling.TOPIC, "transfers"));

    ConsumerRecord<byte[], byte[]> bundle =
        bundling
            .onConsume(new ConsumerRecords<>(Map.of(FIRST, records(FIRST, 7, 8, 11)), Map.of()))
            .records(FIRST)
            .get(0);

    assertThat(bundle.offset()).isEqualTo(7);
    assertThat(bundle.leaderEpoch()).contains(5);
    assertThat(bundle.timestamp()).isEqualTo(1_007);
  }

  @Test
  void shouldKeepThePositionsBehindThePoll() {
    bundling.configure(Map.of(Bundling.TOPIC, "transfers"));
    Map<TopicPartition, OffsetAndMetadata> next =
        Map.of(FIRST, new OffsetAndMetadata(12), SECOND, new OffsetAndMetadata(40));

    ConsumerRecords<byte[], byte[]> bundled =
        bundling.onConsume(new ConsumerRecords<>(Map.of(FIRST, records(FIRST, 7)), next));

    assertThat(bundled.nextOffsets()).isEqualTo(next);
  }

  @Test
  void shouldLeaveOtherTopicsAsTheyAre() {
    bundling.configure(Map.of(Bundling.TOPIC, "transfers"));
    List<ConsumerRecord<byte[], byte[]>> others = records(OTHER, 1, 2);

    assertThat(
            bundling
                .onConsume(new ConsumerRecords<>(Map.of(OTHER, others), Map.of()))
                .records(OTHER))
        .isEqualTo(others);
  }

  @Test
  void shouldBringNothingWhenThePollBroughtNothing() {
    bundling.configure(Map.of(Bundling.TOPIC, "transfers"));

    assertThat(bundling.onConsume(ConsumerRecords.empty()).isEmpty()).isTrue();
  }

  @Test
  void shouldTakeARecordThatIsNoBundleForItself() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("their-own", bytes("header"));

    List<ConsumerRecord<byte[], byte[]>> found =
        Bundle.in(
            new Record<>(bytes("key"), bytes("value"), 99, headers),
            Optional.of(new Metadata("transfers", 4, 17)));

    assertThat(found).hasSize(1);
    ConsumerRecord<byte[], byte[]> only = found.get(0);
    assertThat(only.topic()).isEqualTo("transfers");
    assertThat(only.partition()).isEqualTo(4);
    assertThat(only.offset()).isEqualTo(17);
    assertThat(only.timestamp()).isEqualTo(99);
    assertThat(only.key()).isEqualTo(bytes("key"));
    assertThat(only.value()).isEqualTo(bytes("value"));
    assertThat(only.headers()).isEqualTo(headers);
  }

  @Test
  void shouldDealWithNoneBehindOneThatFails() {
    List<Long> offsets = new ArrayList<>();
    List<Integer> places = new ArrayList<>();

    assertThatThrownBy(
            () ->
                Bundle.each(
                    records(FIRST, 7, 8, 11),
                    (record, place) -> {
                      offsets.add(record.offset());
                      places.add(place);
                      if (record.offset() == 8) {
                        throw new IllegalStateException("refused");
                      }
                    }))
        .hasMessage("refused");
    assertThat(offsets).containsExactly(7L, 8L);
    assertThat(places).containsExactly(0, 1);
  }

  @Test
  void shouldRefuseToGuessTheTopic() {
    assertThatThrownBy(() -> bundling.configure(Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(Bundling.TOPIC);
  }

  private record Metadata(String topic, int partition, long offset) implements RecordMetadata {}

  private static List<ConsumerRecord<byte[], byte[]>> unbundled(
      ConsumerRecord<byte[], byte[]> record) {
    return Bundle.in(
        new Record<>(record.key(), record.value(), record.timestamp(), record.headers()),
        Optional.empty());
  }

  private static List<ConsumerRecord<byte[], byte[]>> records(
      TopicPartition partition, long... offsets) {
    return LongStream.of(offsets)
        .mapToObj(
            offset ->
                new ConsumerRecord<>(
                    partition.topic(),
                    partition.partition(),
                    offset,
                    1_000 + offset,
                    TimestampType.CREATE_TIME,
                    1,
                    1,
                    bytes("k"),
                    bytes("v" + offset),
                    new RecordHeaders(),
                    Optional.of(5)))
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
