package io.weir.cli;

import static io.weir.cli.CommandFixture.weir;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.embedded.EmbeddedBroker;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsCommandIT {
  @TempDir static Path folder;

  private static EmbeddedBroker broker;

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedBroker.start(folder);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void shouldReportEveryMissingTopicAndChangeNothing() throws Exception {
    CommandFixture check = topics("absent.", "check");

    assertThat(check.exitCode()).isEqualTo(11);
    assertThat(check.out()).contains("absent.transfers", "is missing", "weir topics create");
    assertThat(partitions("absent.")).isEmpty();
  }

  @Test
  void shouldCreateWhatTheCheckThenAccepts() throws Exception {
    CommandFixture created = topics("whole.", "create", "--partitions", "4");

    assertThat(created.exitCode()).as(created.err()).isZero();
    assertThat(partitions("whole."))
        .isEqualTo(
            Map.of(
                "whole.transfers", 4,
                "whole.sanctioned-addresses", 1,
                "whole.list-manifests", 1,
                "whole.listing-history", 1,
                "whole.screened-transfers", 4,
                "whole.alerts", 4,
                "whole.dead-letters", 1,
                "whole.listing-changes", 4,
                "whole.lookback-reports", 1));
    assertThat(topics("whole.", "check").out()).isEqualTo("All topics are as they must be.\n");
    assertThat(topics("whole.", "create").out()).startsWith("Nothing was missing.");
  }

  @Test
  void shouldFollowThePartitionsOfTransfersThatExist() throws Exception {
    create(new NewTopic("follow.transfers", 3, (short) 1));

    CommandFixture created = topics("follow.", "create", "--partitions", "9");

    assertThat(created.exitCode()).as(created.out()).isZero();
    assertThat(partitions("follow.")).containsEntry("follow.alerts", 3);
    assertThat(created.out()).doesNotContain("follow.transfers");
  }

  @Test
  void shouldSayWhatIsWrongWithWhatExists() throws Exception {
    create(
        new NewTopic("wrong.transfers", 2, (short) 1),
        new NewTopic("wrong.alerts", 1, (short) 1),
        new NewTopic("wrong.sanctioned-addresses", 1, (short) 1));

    CommandFixture created = topics("wrong.", "create");

    assertThat(created.exitCode()).isEqualTo(11);
    assertThat(created.out())
        .contains(
            "has cleanup.policy 'delete', must be compact",
            "has 1 partitions, must have 2 as wrong.transfers has",
            "takes records of 1048588 bytes at most, must take 4194304",
            "--alter --topic wrong.alerts --partitions 2");
    assertThat(partitions("wrong.")).containsEntry("wrong.alerts", 1);
  }

  @Test
  void shouldNameTheTopicThatTheClusterRefuses() {
    CommandFixture refused =
        topics("refused.", "create", "--set", "weir.topics.replication.factor=3");

    assertThat(refused.exitCode()).isEqualTo(11);
    assertThat(refused.err()).startsWith("The cluster did not create refused.");
  }

  @Test
  void shouldPrintJsonForPrograms() {
    CommandFixture check = topics("json.", "check", "--json");

    assertThat(check.exitCode()).isEqualTo(11);
    assertThat(check.out()).contains("\"topic\" : \"json.transfers\"", "\"severity\" : \"error\"");
  }

  private static CommandFixture topics(String prefix, String command, String... more) {
    return weir(
        Stream.concat(
                Stream.of(
                    "topics",
                    command,
                    "--bootstrap",
                    broker.bootstrapServers(),
                    "--set",
                    "weir.topics.prefix=" + prefix),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private static void create(NewTopic... topics) throws Exception {
    try (Admin admin = admin()) {
      admin.createTopics(List.of(topics)).all().get();
      List<String> names = Stream.of(topics).map(NewTopic::name).toList();
      // The controller answers before the broker has heard of them.
      await("topics").until(() -> admin.listTopics().names().get().containsAll(names));
    }
  }

  private static Map<String, Integer> partitions(String prefix) throws Exception {
    try (Admin admin = admin()) {
      List<String> names =
          admin.listTopics().names().get().stream().filter(n -> n.startsWith(prefix)).toList();
      Map<String, Integer> partitions = new HashMap<>();
      for (TopicDescription topic : admin.describeTopics(names).allTopicNames().get().values()) {
        partitions.put(topic.name(), topic.partitions().size());
      }
      return partitions;
    }
  }

  private static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }
}
