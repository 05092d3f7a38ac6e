package io.weir.cli;

import io.weir.config.WeirConfig;
import io.weir.runtime.Brokers;
import io.weir.runtime.LookbackApp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * How much of one partition of the screened topic look-back has indexed.
 *
 * @param oldest the oldest offset that retention has left
 * @param indexedTo the offset behind the last transfer in the index; {@code oldest} when none is
 * @param end the offset behind the last transfer
 */
record LookbackRange(int partition, long oldest, long indexedTo, long end) {

  /** Asks the cluster, partition by partition. */
  static List<LookbackRange> all(Brokers brokers, WeirConfig config, int partitions) {
    String topic = config.topics().screenedTransfers();
    var committed =
        brokers.await(
            brokers
                .admin()
                .listConsumerGroupOffsets(config.applicationId(LookbackApp.ROLE))
                .partitionsToOffsetAndMetadata());
    Map<TopicPartition, OffsetSpec> first = new HashMap<>();
    Map<TopicPartition, OffsetSpec> last = new HashMap<>();
    for (int number = 0; number < partitions; number++) {
      first.put(new TopicPartition(topic, number), OffsetSpec.earliest());
      last.put(new TopicPartition(topic, number), OffsetSpec.latest());
    }
    var oldest = brokers.await(brokers.admin().listOffsets(first).all());
    var ends = brokers.await(brokers.admin().listOffsets(last).all());
    List<LookbackRange> ranges = new ArrayList<>();
    for (int number = 0; number < partitions; number++) {
      TopicPartition partition = new TopicPartition(topic, number);
      long from = oldest.get(partition).offset();
      var read = committed.get(partition);
      ranges.add(
          new LookbackRange(
              number,
              from,
              read == null ? from : Math.max(from, read.offset()),
              ends.get(partition).offset()));
    }
    return ranges;
  }

  /** How much of what there is has been indexed. */
  long percent() {
    return end <= oldest ? 100 : 100 * (Math.min(indexedTo, end) - oldest) / (end - oldest);
  }

  /** Records that are not indexed yet; a transaction's marker counts as one. */
  long behind() {
    return Math.max(0, end - indexedTo);
  }
}
