package io.weir.embedded;

import io.weir.config.Topics;
import io.weir.config.WeirConfig;
import io.weir.runtime.Brokers;
import io.weir.runtime.ScreeningApp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a run begins on the topics of the demo. On transfers that is what no run before has
 * screened; results begin at their ends.
 *
 * @param transfersEver how many transfers were ever written: no index of an earlier run is above
 */
record TopicPositions(Map<TopicPartition, Long> from, long transfersEver) {

  /** To be read while nothing screens. */
  static TopicPositions read(Brokers brokers, WeirConfig config) {
    Topics topics = config.topics();
    Map<String, TopicDescription> described =
        brokers.await(
            brokers
                .admin()
                .describeTopics(
                    List.of(
                        topics.transfers(),
                        topics.screenedTransfers(),
                        topics.alerts(),
                        topics.deadLetters()))
                .allTopicNames());
    Map<TopicPartition, Long> from = new HashMap<>();
    described.forEach(
        (name, topic) ->
            topic
                .partitions()
                .forEach(part -> from.put(new TopicPartition(name, part.partition()), 0L)));
    Map<TopicPartition, Long> ends = offsets(brokers, from, OffsetSpec.latest());
    from.putAll(ends);
    Map<TopicPartition, Long> transfers =
        ends.entrySet().stream()
            .filter(end -> end.getKey().topic().equals(topics.transfers()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    long ever = transfers.values().stream().mapToLong(Long::longValue).sum();
    if (ever > 0) {
      from.putAll(offsets(brokers, transfers, OffsetSpec.earliest()));
      from.putAll(screened(brokers, config, transfers));
    }
    return new TopicPositions(Map.copyOf(from), ever);
  }

  private static Map<TopicPartition, Long> offsets(
      Brokers brokers, Map<TopicPartition, Long> partitions, OffsetSpec spec) {
    return brokers
        .await(
            brokers
                .admin()
                .listOffsets(
                    partitions.keySet().stream()
                        .collect(Collectors.toMap(Function.identity(), partition -> spec)),
                    new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all())
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }

  /** Up to where transfers were screened; a partition of which nothing was is left out. */
  private static Map<TopicPartition, Long> screened(
      Brokers brokers, WeirConfig config, Map<TopicPartition, Long> transfers) {
    Map<TopicPartition, OffsetAndMetadata> committed =
        brokers.await(
            brokers
                .admin()
                .listConsumerGroupOffsets(
                    config.applicationId(ScreeningApp.ROLE),
                    // A transaction that was cut off has to end first.
                    new ListConsumerGroupOffsetsOptions().requireStable(true))
                .partitionsToOffsetAndMetadata());
    Map<TopicPartition, Long> screened = new HashMap<>();
    transfers
        .keySet()
        .forEach(
            partition -> {
              OffsetAndMetadata offset = committed.get(partition);
              if (offset != null) {
                screened.put(partition, offset.offset());
              }
            });
    return screened;
  }
}
