package io.weir.audit;

import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * From where on two partitions lie side by side. At their beginnings they do; retention, and a
 * moment to begin at, may leave more of the one than of the other.
 *
 * @param transfers offset of the first transfer that is held to account
 * @param screened offset of its screened record
 */
record Alignment(long transfers, long screened) {

  /**
   * Finds it by the bytes of the first records.
   *
   * @param from the first transfer that is wanted; to: the one behind the last
   * @param screenedFrom the first screened record that may be one of theirs
   */
  static Optional<Alignment> find(
      AuditLogs logs,
      TopicPartition transfers,
      long from,
      long to,
      TopicPartition screened,
      long screenedFrom) {
    if (from >= to || (from == 0 && screenedFrom == 0)) {
      return Optional.of(new Alignment(from, screenedFrom));
    }
    Optional<Long> output = search(logs, screened, screenedFrom, first(logs, transfers, from, to));
    if (output.isPresent()) {
      return output.map(offset -> new Alignment(from, offset));
    }
    long end = logs.end(screened);
    return search(logs, transfers, from, first(logs, screened, screenedFrom, end))
        .filter(offset -> offset < to)
        .map(offset -> new Alignment(offset, screenedFrom));
  }

  private static Optional<ConsumerRecord<byte[], byte[]>> first(
      AuditLogs logs, TopicPartition partition, long from, long to) {
    try (LogReader reader = logs.read(partition, from, to)) {
      return reader.hasNext() ? Optional.of(reader.next()) : Optional.empty();
    }
  }

  private static Optional<Long> search(
      AuditLogs logs,
      TopicPartition partition,
      long from,
      Optional<ConsumerRecord<byte[], byte[]>> wanted) {
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    try (LogReader reader = logs.read(partition, from, logs.end(partition))) {
      while (reader.hasNext()) {
        ConsumerRecord<byte[], byte[]> record = reader.next();
        if (areSame(record, wanted.get())) {
          return Optional.of(record.offset());
        }
      }
    }
    return Optional.empty();
  }

  /** Screening passes key and value on as they are. */
  static boolean areSame(ConsumerRecord<byte[], byte[]> one, ConsumerRecord<byte[], byte[]> other) {
    return Arrays.equals(one.value(), other.value()) && Arrays.equals(one.key(), other.key());
  }
}
