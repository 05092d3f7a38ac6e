package io.weir.lookback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;

/** A log in memory. */
final class MemoryLog implements Log {
  private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new HashMap<>();
  private final Map<TopicPartition, Long> beginnings = new HashMap<>();

  private final Map<TopicPartition, Long> ends = new HashMap<>();

  /** How many records were read. */
  int read;

  void append(TopicPartition partition, long time, byte[] key, byte[] value, Headers headers) {
    List<ConsumerRecord<byte[], byte[]>> all = all(partition);
    all.add(
        new ConsumerRecord<>(
            partition.topic(),
            partition.partition(),
            end(partition),
            time,
            TimestampType.CREATE_TIME,
            -1,
            -1,
            key,
            value,
            headers,
            Optional.empty()));
    ends.put(partition, end(partition) + 1);
  }

  /** Retention takes away what is before an offset. */
  void expire(TopicPartition partition, long offset) {
    beginnings.put(partition, offset);
  }

  /** The keys of a compacted topic lose their records. */
  void compactAway(TopicPartition partition, String key) {
    all(partition).removeIf(record -> new String(record.key(), UTF_8).equals(key));
  }

  @Override
  public Page read(TopicPartition partition, long from, long end, int atMost) {
    List<ConsumerRecord<byte[], byte[]>> page =
        all(partition).stream()
            .filter(record -> record.offset() >= Math.max(from, beginning(partition)))
            .filter(record -> record.offset() < end)
            .limit(atMost)
            .toList();
    read += page.size();
    long next = page.size() < atMost ? end : page.get(page.size() - 1).offset() + 1;
    return new Page(page, next);
  }

  @Override
  public long beginning(TopicPartition partition) {
    return beginnings.getOrDefault(partition, 0L);
  }

  @Override
  public long end(TopicPartition partition) {
    return ends.getOrDefault(partition, 0L);
  }

  @Override
  public OptionalLong committed(TopicPartition partition) {
    return OptionalLong.of(end(partition));
  }

  @Override
  public void close() {
    // Nothing is held.
  }

  private List<ConsumerRecord<byte[], byte[]>> all(TopicPartition partition) {
    return records.computeIfAbsent(partition, unused -> new ArrayList<>());
  }
}
