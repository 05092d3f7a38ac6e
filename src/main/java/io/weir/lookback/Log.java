package io.weir.lookback;

import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The committed records of the topics, to be read again from anywhere. Not for several threads. */
public interface Log extends AutoCloseable {

  /**
   * Some records in a row.
   *
   * @param records in the order of their offsets; may be empty
   * @param next where to go on; the end of what was asked for when there is nothing left
   */
  record Page(List<ConsumerRecord<byte[], byte[]>> records, long next) {
    public Page {
      records = List.copyOf(records);
    }
  }

  /**
   * Records from an offset on.
   *
   * @param end the offset behind the last that is wanted; everything before it is committed
   * @param atMost how many
   */
  Page read(TopicPartition partition, long from, long end, int atMost);

  /** The oldest offset that retention has left. */
  long beginning(TopicPartition partition);

  /** The offset behind the last committed record. */
  long end(TopicPartition partition);

  /** Up to where the application has committed a partition; empty when it never has. */
  OptionalLong committed(TopicPartition partition);

  @Override
  void close();
}
