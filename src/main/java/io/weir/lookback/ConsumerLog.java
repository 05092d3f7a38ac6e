package io.weir.lookback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The log as a plain consumer reads it. It connects when it is first asked. */
public final class ConsumerLog implements Log {
  /** Longer than a fetch takes, short against the time a poll of Kafka Streams may take. */
  private static final Duration POLL = Duration.ofMillis(500);

  /**
   * How long the broker keeps a fetch that finds nothing, in milliseconds. Whoever has read up to
   * the end has one on the way, and cannot read anywhere else before it is answered.
   */
  private static final int FETCH_WAIT_MS = 5;

  private final Map<String, Object> settings;
  private KafkaConsumer<byte[], byte[]> consumer;
  private TopicPartition assigned;

  /**
   * @param clients settings of the consumer: brokers and security
   * @param applicationId whose committed offsets are asked for
   */
  public ConsumerLog(Map<String, ?> clients, String applicationId) {
    this.settings = new HashMap<>(clients);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, applicationId);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
    // Retention may take the oldest away while it is being read.
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    // A scan reads megabytes in a row, but begins with what has come, and ends a page in time.
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 2 << 20);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MS);
  }

  @Override
  public Page read(TopicPartition partition, long from, long end, int atMost) {
    KafkaConsumer<byte[], byte[]> reader = on(partition);
    if (reader.position(partition) != from) {
      reader.seek(partition, from);
    }
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    long next = from;
    while (next < end && records.size() < atMost) {
      int before = records.size();
      for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
        if (record.offset() < end) {
          records.add(record);
        }
      }
      long position = reader.position(partition);
      if (records.size() == before && position == next) {
        // The broker is busy; the next page asks again.
        break;
      }
      next = Math.min(position, end);
    }
    return new Page(records, next);
  }

  @Override
  public long beginning(TopicPartition partition) {
    return on(partition).beginningOffsets(Set.of(partition)).get(partition);
  }

  @Override
  public long end(TopicPartition partition) {
    return on(partition).endOffsets(Set.of(partition)).get(partition);
  }

  @Override
  public OptionalLong committed(TopicPartition partition) {
    OffsetAndMetadata offset = on(partition).committed(Set.of(partition)).get(partition);
    return offset == null ? OptionalLong.empty() : OptionalLong.of(offset.offset());
  }

  private KafkaConsumer<byte[], byte[]> on(TopicPartition partition) {
    if (consumer == null) {
      consumer =
          new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
    if (!partition.equals(assigned)) {
      consumer.assign(Set.of(partition));
      consumer.seekToBeginning(Set.of(partition));
      assigned = partition;
    }
    return consumer;
  }

  /** Lets go of the connection; the next question opens another. */
  @Override
  public void close() {
    if (consumer != null) {
      consumer.close();
      consumer = null;
      assigned = null;
    }
  }
}
