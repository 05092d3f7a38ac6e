package io.weir.embedded;

import io.weir.config.Topics;
import io.weir.config.WeirConfig;
import io.weir.runtime.Brokers;
import io.weir.runtime.LookbackApp;
import io.weir.runtime.ScreeningApp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What lies on the topics of the demo and is still to be read by screening or look-back. */
final class Backlog {
  private Backlog() {}

  /** How many records that is; the marker of a transaction, and what is not committed, count. */
  static long records(Brokers brokers, WeirConfig config) {
    Topics topics = config.topics();
    return records(brokers, config.applicationId(ScreeningApp.ROLE), List.of(topics.transfers()))
        + records(
            brokers,
            config.applicationId(LookbackApp.ROLE),
            List.of(
                topics.sanctionedAddresses(), topics.listingChanges(), topics.screenedTransfers()));
  }

  private static long records(Brokers brokers, String group, Collection<String> topics) {
    // The group first: what it had read by then may have led to more in the topics behind.
    Map<TopicPartition, OffsetAndMetadata> read =
        brokers.await(
            brokers
                .admin()
                .listConsumerGroupOffsets(
                    group, new ListConsumerGroupOffsetsOptions().requireStable(true))
                .partitionsToOffsetAndMetadata());
    Map<String, TopicDescription> described =
        brokers.await(brokers.admin().describeTopics(topics).allTopicNames());
    Map<TopicPartition, OffsetSpec> latest =
        described.values().stream()
            .flatMap(
                topic ->
                    topic.partitions().stream()
                        .map(part -> new TopicPartition(topic.name(), part.partition())))
            .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
    Map<TopicPartition, ListOffsetsResultInfo> ends =
        brokers.await(brokers.admin().listOffsets(latest).all());
    return ends.entrySet().stream()
        .mapToLong(end -> end.getValue().offset() - position(read.get(end.getKey())))
        .sum();
  }

  private static long position(@Nullable OffsetAndMetadata read) {
    return read == null ? 0 : read.offset();
  }
}
