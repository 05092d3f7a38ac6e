package io.weir.runtime;

import static io.weir.runtime.TopicFixture.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weir.runtime.TopicFinding.Severity;
import org.junit.jupiter.api.Test;

class TopicCheckTest {
  private static final String ALTER =
      "kafka-configs.sh --bootstrap-server localhost:9092 --alter --entity-type topics"
          + " --entity-name ";

  @Test
  void shouldFindNothingWhenAllIsAsPlanned() {
    assertThat(given().findings()).isEmpty();
  }

  @Test
  void shouldNameTheCommandThatCreatesAMissingTopic() {
    assertThat(given().missing("alerts").findings())
        .containsExactly(
            new TopicFinding("alerts", Severity.ERROR, "is missing", "weir topics create"));
  }

  @Test
  void shouldReportNoPartitionsOfResultsWhenTransfersIsMissing() {
    assertThat(given().missing("transfers").findings())
        .extracting(TopicFinding::topic)
        .containsExactly("transfers");
  }

  @Test
  void shouldAddPartitionsWhenAlertsHasFewerThanTransfers() {
    assertThat(given().partitions("alerts", 3).findings())
        .containsExactly(
            new TopicFinding(
                "alerts",
                Severity.ERROR,
                "has 3 partitions, must have 6 as transfers has",
                "kafka-topics.sh --bootstrap-server localhost:9092 --alter --topic alerts"
                    + " --partitions 6"));
  }

  @Test
  void shouldWarnOfTheLossWhenPartitionsMustGo() {
    assertThat(given().partitions("sanctioned-addresses", 4).findings())
        .containsExactly(
            new TopicFinding(
                "sanctioned-addresses",
                Severity.ERROR,
                "has 4 partitions, must have 1; copy what you must keep, for mending it removes"
                    + " its records",
                "kafka-topics.sh --bootstrap-server localhost:9092 --delete --topic"
                    + " sanctioned-addresses && weir topics create"));
  }

  @Test
  void shouldRefuseAListThatAgesAway() {
    assertThat(
            given().setting("sanctioned-addresses", "cleanup.policy", "compact,delete").findings())
        .containsExactly(
            new TopicFinding(
                "sanctioned-addresses",
                Severity.ERROR,
                "has cleanup.policy 'compact,delete', must be compact: rows of the list would age"
                    + " away",
                ALTER + "sanctioned-addresses --add-config cleanup.policy=compact"));
  }

  @Test
  void shouldRefuseCompactedTransfers() {
    assertThat(given().setting("transfers", "cleanup.policy", "compact").findings())
        .singleElement()
        .matches(TopicFinding::isError)
        .extracting(TopicFinding::mend)
        .isEqualTo(ALTER + "transfers --add-config cleanup.policy=delete");
  }

  @Test
  void shouldRefuseAnOutputThatIsTooNarrow() {
    assertThat(given().setting("dead-letters", "max.message.bytes", "1048588").findings())
        .containsExactly(
            new TopicFinding(
                "dead-letters",
                Severity.ERROR,
                "takes records of 1048588 bytes at most, must take 4194304",
                ALTER + "dead-letters --add-config max.message.bytes=4194304"));
  }

  @Test
  void shouldRefuseTransfersThatCouldNotBeWrittenOn() {
    assertThat(given().setting("transfers", "max.message.bytes", "9000000").findings())
        .singleElement()
        .matches(TopicFinding::isError)
        .extracting(TopicFinding::finding)
        .asString()
        .startsWith("takes records of 9000000 bytes, more than the 1048588");
  }

  @Test
  void shouldOnlyWarnOfAShorterHorizon() {
    assertThat(given().setting("screened-transfers", "retention.ms", "1000").findings())
        .containsExactly(
            new TopicFinding(
                "screened-transfers",
                Severity.WARNING,
                "keeps records for 1000 ms, less than the 15552000000 of the configuration",
                ALTER + "screened-transfers --add-config retention.ms=15552000000"));
  }

  @Test
  void shouldAcceptUnlimitedRetention() {
    assertThat(given().setting("alerts", "retention.ms", "-1").findings()).isEmpty();
  }

  @Test
  void shouldWarnOfALimitInBytesAndOfTheBrokersClock() {
    assertThat(
            given()
                .setting("alerts", "retention.bytes", "100")
                .setting("transfers", "message.timestamp.type", "LogAppendTime")
                .findings())
        .extracting(TopicFinding::topic, TopicFinding::severity)
        .containsExactly(tuple("transfers", Severity.WARNING), tuple("alerts", Severity.WARNING));
  }

  @Test
  void shouldNameTheFileOfTheLoginWhenTheClusterAsksForOne() {
    assertThat(
            given("kafka.security.protocol=SASL_SSL")
                .setting("alerts", "retention.ms", "1")
                .findings())
        .singleElement()
        .extracting(TopicFinding::mend)
        .asString()
        .contains(" --command-config client.properties ");
  }

  @Test
  void shouldWarnOfAListWhoseReplacedRowsMayGoAtOnce() {
    assertThat(given().setting("sanctioned-addresses", "min.compaction.lag.ms", "0").findings())
        .containsExactly(
            new TopicFinding(
                "sanctioned-addresses",
                Severity.WARNING,
                "may lose replaced rows after 0 ms, and should keep them for 604800000: look-back"
                    + " would not see that an address was withdrawn and listed again while it was"
                    + " away",
                ALTER + "sanctioned-addresses --add-config min.compaction.lag.ms=604800000"));
  }
}
