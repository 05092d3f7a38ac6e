package io.weir.runtime;

import io.weir.config.WeirConfig;
import io.weir.runtime.PlannedTopic.CleanupPolicy;
import io.weir.runtime.PlannedTopic.Partitions;
import io.weir.runtime.TopicFinding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds the topics of a cluster against the plan. Pure: it asks nobody. */
public final class TopicCheck {
  private static final String CREATE = "weir topics create";

  private final TopicPlan plan;
  private final Map<String, ActualTopic> actual;
  private final String tool;
  private final List<TopicFinding> findings = new ArrayList<>();

  private TopicCheck(WeirConfig config, Map<String, ActualTopic> actual) {
    this.plan = TopicPlan.of(config);
    this.actual = actual;
    boolean login = config.kafka().containsKey("security.protocol");
    this.tool =
        " --bootstrap-server "
            + config.bootstrapServers()
            + (login ? " --command-config client.properties" : "");
  }

  /** Everything that is not as planned, topic by topic in the order of the flow. */
  public static List<TopicFinding> findings(WeirConfig config, Map<String, ActualTopic> actual) {
    TopicCheck check = new TopicCheck(config, actual);
    check.plan.topics().forEach(check::check);
    return List.copyOf(check.findings);
  }

  private void check(PlannedTopic planned) {
    ActualTopic topic = actual.get(planned.name());
    if (topic == null) {
      error(planned, "is missing", CREATE);
      return;
    }
    checkPartitions(planned, topic);
    checkCleanup(planned, topic);
    checkSize(planned, topic);
    checkRetention(planned, topic);
    checkCompaction(planned, topic);
    if (!topic.setting("message.timestamp.type").equals("CreateTime")) {
      warning(
          planned,
          "stamps records with the broker's clock, so that a transfer's own time is lost",
          alter(planned, "message.timestamp.type=CreateTime"));
    }
  }

  private void checkPartitions(PlannedTopic planned, ActualTopic topic) {
    ActualTopic transfers = actual.get(plan.transfers().name());
    if (planned.partitions() == Partitions.ANY
        || (planned.partitions() == Partitions.AS_TRANSFERS && transfers == null)) {
      return;
    }
    boolean one = planned.partitions() == Partitions.ONE;
    int wanted = one ? 1 : transfers.partitions();
    if (topic.partitions() == wanted) {
      return;
    }
    String finding =
        "has "
            + topic.partitions()
            + " partitions, must have "
            + wanted
            + (one ? "" : " as " + transfers.name() + " has");
    if (topic.partitions() < wanted) {
      error(
          planned,
          finding,
          "kafka-topics.sh"
              + tool
              + " --alter --topic "
              + planned.name()
              + " --partitions "
              + wanted);
    } else {
      // Kafka cannot take partitions away.
      error(
          planned,
          finding + "; copy what you must keep, for mending it removes its records",
          "kafka-topics.sh" + tool + " --delete --topic " + planned.name() + " && " + CREATE);
    }
  }

  private void checkCleanup(PlannedTopic planned, ActualTopic topic) {
    String wanted = planned.cleanupPolicy().setting();
    String found = topic.setting("cleanup.policy");
    if (!found.equals(wanted)) {
      String loss =
          planned.cleanupPolicy() == CleanupPolicy.COMPACT
              ? "rows of the list would age away"
              : "records with the same key would be lost";
      error(
          planned,
          "has cleanup.policy '" + found + "', must be " + wanted + ": " + loss,
          alter(planned, "cleanup.policy=" + wanted));
    }
  }

  private void checkSize(PlannedTopic planned, ActualTopic topic) {
    if (planned.maxMessageBytes().isEmpty()) {
      return;
    }
    int wanted = planned.maxMessageBytes().getAsInt();
    long found = topic.number("max.message.bytes");
    if (planned.equals(plan.transfers())) {
      if (found > wanted) {
        error(
            planned,
            "takes records of "
                + found
                + " bytes, more than the "
                + wanted
                + " of weir.transfers.max.message.bytes: Weir could not write them on",
            alter(planned, "max.message.bytes=" + wanted));
      }
    } else if (found < wanted) {
      error(
          planned,
          "takes records of " + found + " bytes at most, must take " + wanted,
          alter(planned, "max.message.bytes=" + wanted));
    }
  }

  private void checkRetention(PlannedTopic planned, ActualTopic topic) {
    if (planned.retentionMs().isEmpty()) {
      return;
    }
    long wanted = planned.retentionMs().getAsLong();
    long found = topic.number("retention.ms");
    if (found >= 0 && wanted < 0) {
      warning(
          planned,
          "keeps records for " + found + " ms, and must keep them for ever",
          alter(planned, "retention.ms=-1"));
    } else if (found >= 0 && found < wanted) {
      warning(
          planned,
          "keeps records for " + found + " ms, less than the " + wanted + " of the configuration",
          alter(planned, "retention.ms=" + wanted));
    }
    if (topic.number("retention.bytes") >= 0) {
      warning(
          planned,
          "drops records beyond "
              + topic.number("retention.bytes")
              + " bytes a partition, however young they are",
          alter(planned, "retention.bytes=-1"));
    }
  }

  private void checkCompaction(PlannedTopic planned, ActualTopic topic) {
    if (planned.compactionLagMs().isEmpty()) {
      return;
    }
    long wanted = planned.compactionLagMs().getAsLong();
    long found = topic.number("min.compaction.lag.ms");
    if (found < wanted) {
      warning(
          planned,
          "may lose replaced rows after "
              + found
              + " ms, and should keep them for "
              + wanted
              + ": look-back would not see that an address was withdrawn and listed again while it"
              + " was away",
          alter(planned, "min.compaction.lag.ms=" + wanted));
    }
  }

  private String alter(PlannedTopic planned, String setting) {
    return "kafka-configs.sh"
        + tool
        + " --alter --entity-type topics --entity-name "
        + planned.name()
        + " --add-config "
        + setting;
  }

  private void error(PlannedTopic planned, String finding, String mend) {
    findings.add(new TopicFinding(planned.name(), Severity.ERROR, finding, mend));
  }

  private void warning(PlannedTopic planned, String finding, String mend) {
    findings.add(new TopicFinding(planned.name(), Severity.WARNING, finding, mend));
  }
}
