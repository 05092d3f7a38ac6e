package io.weir.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.address.AddressKey;
import io.weir.config.Topics;
import io.weir.domain.ListingChange;
import io.weir.domain.LookbackQuestion;
import io.weir.domain.LookbackReport;
import io.weir.domain.LookbackReport.State;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.core.ConditionFactory;

/** Sees when screening and look-back have done all there is to do, and hears every alert. */
final class RaceWatch implements AutoCloseable {
  /*
   * Done is what is committed: every transfer has its screened record; look-back's offsets lie
   * behind every row, change and screened record; and a question, asked then, has its reports. Scans
   * of a partition run in their order, so those of all changes before it are done as well.
   */

  /** A machine that is busy elsewhere is not a fault. */
  static final Duration LIMIT = Duration.ofMinutes(3);

  private static final AddressKey NOBODY = AddressKey.text("nobody");

  private final ScreeningBed bed;
  private final RaceApps apps;
  private final RaceOracle oracle;
  private final String lookbackGroup;
  private final Admin admin;
  private final TopicTail rows;
  private final TopicTail screened;
  private final TopicTail changes;
  private final TopicTail reports;
  private final TopicTail alerts;
  private int transfersScreened;
  private int questions;

  RaceWatch(TestCluster cluster, ScreeningBed bed, RaceApps apps, RaceOracle oracle) {
    this.bed = bed;
    this.apps = apps;
    this.oracle = oracle;
    this.lookbackGroup = bed.config.applicationId("lookback");
    String bootstrap = cluster.bootstrap();
    Topics topics = bed.config.topics();
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
    this.rows = new TopicTail(bootstrap, admin, topics.sanctionedAddresses());
    this.screened = new TopicTail(bootstrap, admin, topics.screenedTransfers());
    this.changes = new TopicTail(bootstrap, admin, topics.listingChanges());
    this.reports = new TopicTail(bootstrap, admin, topics.lookbackReports());
    this.alerts = new TopicTail(bootstrap, admin, topics.alerts());
  }

  /** Waits until all is done; then the oracle has heard every alert. */
  void settle() {
    patiently("every transfer is screened")
        .untilAsserted(
            () -> {
              transfersScreened += screened.more().size();
              assertThat(transfersScreened).isEqualTo(oracle.transfers());
            });
    rows.more();
    awaitLookback(rows, "look-back has the rows");
    changes.more();
    awaitLookback(changes, "look-back has the changes");
    awaitLookback(screened, "look-back has the transfers");
    awaitScans();
    for (ConsumerRecord<byte[], byte[]> record : alerts.more()) {
      oracle.alert(record.partition() + "@" + record.offset(), bed.alert(record));
    }
  }

  private void awaitLookback(TopicTail topic, String fact) {
    patiently(fact)
        .until(
            () -> {
              Map<TopicPartition, OffsetAndMetadata> committed = committed();
              return topic.behindLast().entrySet().stream()
                  .allMatch(
                      behind ->
                          behind.getValue() == 0
                              || (committed.get(behind.getKey()) != null
                                  && committed.get(behind.getKey()).offset() >= behind.getValue()));
            });
  }

  private Map<TopicPartition, OffsetAndMetadata> committed() {
    try {
      return admin.listConsumerGroupOffsets(lookbackGroup).partitionsToOffsetAndMetadata().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("The broker does not tell what is committed", e);
    }
  }

  private void awaitScans() {
    String id = "settled-" + questions++;
    int partitions = changes.behindLast().size();
    // About no time, so it is answered without reading anything.
    bed.ask(
        ListingChange.question(NOBODY, new LookbackQuestion(id, Instant.EPOCH, Instant.EPOCH)),
        partitions);
    Map<String, State> answers = new HashMap<>();
    patiently("the scans are done")
        .untilAsserted(
            () -> {
              for (ConsumerRecord<byte[], byte[]> record : reports.more()) {
                LookbackReport report = bed.report(record);
                if (report.question().filter(id::equals).isPresent()) {
                  answers.put(new String(record.key(), UTF_8), report.state());
                }
              }
              assertThat(answers.values()).hasSize(partitions).containsOnly(State.FINISHED);
            });
  }

  private ConditionFactory patiently(String fact) {
    return await(fact)
        .atMost(LIMIT)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .failFast(apps::shouldLive);
  }

  @Override
  public void close() {
    rows.close();
    screened.close();
    changes.close();
    reports.close();
    alerts.close();
    admin.close();
  }
}
