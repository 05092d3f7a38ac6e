package io.weir.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.runtime.PlannedTopic.Partitions;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class TopicPlanTest {

  @Test
  void shouldPlanEveryTopicOfTheFlow() {
    assertThat(TopicPlan.of(TopicFixture.config()).topics())
        .extracting(PlannedTopic::name, PlannedTopic::partitions)
        .containsExactly(
            row("transfers", Partitions.ANY),
            row("sanctioned-addresses", Partitions.ONE),
            row("list-manifests", Partitions.ONE),
            row("listing-history", Partitions.ONE),
            row("screened-transfers", Partitions.AS_TRANSFERS),
            row("alerts", Partitions.AS_TRANSFERS),
            row("dead-letters", Partitions.ONE),
            row("listing-changes", Partitions.AS_TRANSFERS),
            row("lookback-reports", Partitions.ONE));
  }

  @Test
  void shouldPutThePrefixBeforeEveryName() {
    assertThat(TopicPlan.of(TopicFixture.config("weir.topics.prefix=eu.")).names())
        .allMatch(name -> name.startsWith("eu."));
  }

  @Test
  void shouldLeaveOutScreenedTransfersWhenNobodyWritesThem() {
    assertThat(TopicPlan.of(TopicFixture.config("weir.screened.output=none")).names())
        .doesNotContain("screened-transfers", "listing-changes", "lookback-reports");
  }

  @Test
  void shouldKeepTheListForEverAndResultsForTheirTime() {
    TopicPlan plan = TopicPlan.of(TopicFixture.config("weir.alerts.retention.ms=1000"));

    assertThat(plan.topics().get(1).settings())
        .isEqualTo(
            Map.of(
                "cleanup.policy", "compact",
                "message.timestamp.type", "CreateTime",
                "min.compaction.lag.ms", Long.toString(Duration.ofDays(7).toMillis())));
    assertThat(plan.topics().get(5).settings())
        .isEqualTo(
            Map.of(
                "cleanup.policy", "delete",
                "max.message.bytes", "4194304",
                "message.timestamp.type", "CreateTime",
                "retention.ms", "1000"));
  }

  private static Tuple row(String name, Partitions partitions) {
    return Tuple.tuple(name, partitions);
  }
}
