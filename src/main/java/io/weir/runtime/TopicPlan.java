package io.weir.runtime;

import io.weir.config.Topics;
import io.weir.config.WeirConfig;
import io.weir.runtime.PlannedTopic.CleanupPolicy;
import io.weir.runtime.PlannedTopic.Partitions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The topics that a configuration needs, in the order of the flow; transfers come first. */
public record TopicPlan(List<PlannedTopic> topics) {

  /** Kafka's word for a topic that keeps everything. */
  private static final long FOR_EVER = -1;

  /**
   * Look-back tells what a row changes from the row before. It may be away for so long and still
   * find every row, also one that withdrew an address which has been listed again since.
   */
  private static final Duration ROWS_KEPT = Duration.ofDays(7);

  public TopicPlan {
    topics = List.copyOf(topics);
  }

  public static TopicPlan of(WeirConfig config) {
    Topics names = config.topics();
    List<PlannedTopic> topics = new ArrayList<>();
    topics.add(
        new PlannedTopic(
            names.transfers(),
            Partitions.ANY,
            CleanupPolicy.DELETE,
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalInt.of(config.transfersMaxMessageBytes())));
    topics.add(compacted(names.sanctionedAddresses(), OptionalLong.of(ROWS_KEPT.toMillis())));
    topics.add(compacted(names.listManifests(), OptionalLong.empty()));
    topics.add(
        new PlannedTopic(
            names.listingHistory(),
            Partitions.ONE,
            CleanupPolicy.DELETE,
            OptionalLong.of(FOR_EVER),
            OptionalLong.empty(),
            OptionalInt.empty()));
    if (config.writesScreenedTransfers()) {
      topics.add(
          output(
              names.screenedTransfers(),
              Partitions.AS_TRANSFERS,
              config.screenedRetention(),
              config));
    }
    topics.add(output(names.alerts(), Partitions.AS_TRANSFERS, config.alertsRetention(), config));
    topics.add(output(names.deadLetters(), Partitions.ONE, config.deadLettersRetention(), config));
    if (config.writesScreenedTransfers()) {
      // As long as the transfers they are about: a partition that was away finds them all.
      topics.add(
          output(
              names.listingChanges(), Partitions.AS_TRANSFERS, config.screenedRetention(), config));
      topics.add(
          output(
              names.lookbackReports(), Partitions.ONE, config.lookbackReportsRetention(), config));
    }
    return new TopicPlan(topics);
  }

  /** The exchange's own topic. */
  public PlannedTopic transfers() {
    return topics.get(0);
  }

  public List<String> names() {
    return topics.stream().map(PlannedTopic::name).toList();
  }

  private static PlannedTopic compacted(String name, OptionalLong lagMs) {
    return new PlannedTopic(
        name,
        Partitions.ONE,
        CleanupPolicy.COMPACT,
        OptionalLong.empty(),
        lagMs,
        OptionalInt.empty());
  }

  private static PlannedTopic output(
      String name, Partitions partitions, Duration retention, WeirConfig config) {
    return new PlannedTopic(
        name,
        partitions,
        CleanupPolicy.DELETE,
        OptionalLong.of(retention.toMillis()),
        OptionalLong.empty(),
        OptionalInt.of(config.outputMaxMessageBytes()));
  }
}
