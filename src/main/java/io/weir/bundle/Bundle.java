package io.weir.bundle;

import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records of one partition, in their order, on their way from a consumer to a processor of the same
 * thread. A header is the one part of a record that Kafka Streams hands on as the object it is.
 */
public final class Bundle implements Header {
  private static final Logger LOG = LoggerFactory.getLogger(Bundle.class);
  private static final byte[] NOTHING = {};

  private final List<ConsumerRecord<byte[], byte[]>> records;

  private Bundle(List<ConsumerRecord<byte[], byte[]>> records) {
    this.records = records;
  }

  /**
   * One record for all of these. It has the offset of the first: as long as it waits, that is the
   * position to commit.
   *
   * @param records of one partition, at least one
   */
  static ConsumerRecord<byte[], byte[]> of(List<ConsumerRecord<byte[], byte[]>> records) {
    ConsumerRecord<byte[], byte[]> first = records.get(0);
    return new ConsumerRecord<>(
        first.topic(),
        first.partition(),
        first.offset(),
        first.timestamp(),
        TimestampType.CREATE_TIME,
        0,
        0,
        NOTHING,
        NOTHING,
        new RecordHeaders(new Header[] {new Bundle(records)}),
        first.leaderEpoch());
  }

  /**
   * Deals with each of these records in turn, and says at which it stopped.
   *
   * @param action takes a record and its place among them
   */
  public static void each(
      List<ConsumerRecord<byte[], byte[]>> records,
      ObjIntConsumer<ConsumerRecord<byte[], byte[]>> action) {
    for (int index = 0; index < records.size(); index++) {
      ConsumerRecord<byte[], byte[]> next = records.get(index);
      try {
        action.accept(next, index);
      } catch (RuntimeException e) {
        // Kafka Streams tells the place of the first, and whether it stops or begins again.
        LOG.warn(
            "Stopped at topic={} partition={} offset={}",
            next.topic(),
            next.partition(),
            next.offset());
        throw e;
      }
    }
  }

  /**
   * The records that a processor has been given as one, or that record itself when it is no bundle.
   *
   * @param source where it came from
   */
  public static List<ConsumerRecord<byte[], byte[]>> in(
      Record<byte[], byte[]> record, Optional<RecordMetadata> source) {
    for (Header header : record.headers()) {
      if (header instanceof Bundle bundle) {
        return bundle.records;
      }
    }
    RecordMetadata from = source.orElseThrow();
    return List.of(
        new ConsumerRecord<>(
            from.topic(),
            from.partition(),
            from.offset(),
            record.timestamp(),
            TimestampType.CREATE_TIME,
            ConsumerRecord.NULL_SIZE,
            ConsumerRecord.NULL_SIZE,
            record.key(),
            record.value(),
            record.headers(),
            Optional.empty()));
  }

  @Override
  public String key() {
    return "weir-bundle";
  }

  @Override
  public byte[] value() {
    return NOTHING;
  }
}
