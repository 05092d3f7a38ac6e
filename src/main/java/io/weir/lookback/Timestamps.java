package io.weir.lookback;

import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * In what order a task takes what waits for it: changes of the list before any backlog of
 * transfers, and no timestamp in the future, which brokers refuse on internal topics.
 */
final class Timestamps {
  private Timestamps() {}

  /** Of the changes: older than any transfer. */
  static TimestampExtractor first() {
    return new First();
  }

  /** Of everything else. */
  static TimestampExtractor clamped(Clock clock) {
    return new Clamped(clock);
  }

  private record First() implements TimestampExtractor {
    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
      return 0;
    }
  }

  private record Clamped(Clock clock) implements TimestampExtractor {
    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
      long now = clock.millis();
      return record.timestamp() < 0 ? now : Math.min(record.timestamp(), now);
    }
  }
}
