package io.weir.screening;

import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Record timestamps that can do no harm: never in the future, which brokers refuse on internal
 * topics, and never negative, which would make Kafka Streams drop the record.
 */
final class ClampedTimestamps implements TimestampExtractor {
  private final Clock clock;

  ClampedTimestamps(Clock clock) {
    this.clock = clock;
  }

  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    long now = clock.millis();
    return record.timestamp() < 0 ? now : Math.min(record.timestamp(), now);
  }
}
