package io.weir.runtime;

import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * A topic that Weir needs, and what must be so about it.
 *
 * @param retentionMs how long its records must be kept; empty when others decide
 * @param compactionLagMs how long compaction must leave a record that another one replaces; empty
 *     when it need not
 * @param maxMessageBytes the largest record it must take; for transfers, the largest it may take
 */
public record PlannedTopic(
    String name,
    Partitions partitions,
    CleanupPolicy cleanupPolicy,
    OptionalLong retentionMs,
    OptionalLong compactionLagMs,
    OptionalInt maxMessageBytes) {

  /** How many partitions a topic must have. */
  public enum Partitions {
    /** As many as the exchange wants. */
    ANY,
    /** One, so that its records have one order. */
    ONE,
    /** As many as transfers, so that a result lies in the partition of its transfer. */
    AS_TRANSFERS
  }

  /** What happens to old records. */
  public enum CleanupPolicy {
    DELETE("delete"),
    COMPACT("compact");

    private final String setting;

    CleanupPolicy(String setting) {
      this.setting = setting;
    }

    String setting() {
      return setting;
    }
  }

  /** The settings a new topic gets, as Kafka names them. */
  public Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    settings.put("cleanup.policy", cleanupPolicy.setting());
    settings.put("message.timestamp.type", "CreateTime");
    retentionMs.ifPresent(ms -> settings.put("retention.ms", Long.toString(ms)));
    compactionLagMs.ifPresent(ms -> settings.put("min.compaction.lag.ms", Long.toString(ms)));
    maxMessageBytes.ifPresent(max -> settings.put("max.message.bytes", Integer.toString(max)));
    return settings;
  }
}
