package io.weir.audit;

import io.weir.address.Chains;
import io.weir.avro.RegistrySerdes;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/*
 * The list first, then the dead letters, then the transfers partition by partition with what
 * belongs to them. What may be large lies on disk, in shelves; memory holds one transfer's life.
 */
/** Recomputes from the topics what Weir should have written, and says where they differ. */
public final class Audit {
  private final Map<String, Object> client;
  private final RegistrySerdes serdes;
  private final AuditTopics topics;
  private final Chains chains;
  private final Clock clock;

  /**
   * @param client settings of a consumer: brokers and how to log in
   * @param serdes over the registry that the records were written with
   * @param chains those that screening knows
   */
  public Audit(
      Map<String, ?> client,
      RegistrySerdes serdes,
      AuditTopics topics,
      Chains chains,
      Clock clock) {
    this.client = Map.copyOf(client);
    this.serdes = serdes;
    this.topics = topics;
    this.chains = chains;
    this.clock = clock;
  }

  /** What the parts of one audit share. */
  record Parts(
      AuditLogs logs,
      RegistrySerdes serdes,
      AuditTopics topics,
      AuditScope scope,
      FactsReader reader,
      ListLog list,
      DeadLetters deadLetters,
      Tally tally,
      Path folder,
      Instant now) {}

  /**
   * Runs.
   *
   * @param patience for the cluster, and for screening that is behind
   * @param folder for temporary files; about as large as the list and the flagged transfers
   * @throws AuditTopicMissing when there is no such topic
   * @throws AuditImpossible when the topics cannot be read
   */
  public AuditReport run(AuditScope scope, Duration patience, Path folder, AuditProgress progress) {
    AuditLogs logs = new AuditLogs(client, patience, progress);
    Tally tally = new Tally(scope.shown());
    topics.all().forEach(logs::require);
    // Before anything else, so that everything else knows of each transfer that is judged.
    List<Long> ends = ends(logs);
    try (ListLog list = new ListLog(logs, topics.addresses(), serdes, Shelf.in(folder));
        DeadLetters deadLetters =
            new DeadLetters(
                logs, Shelf.in(folder), topics.deadLetters(), topics.transfers(), tally, clock)) {
      tally.count("list rows", list.refresh());
      tally.count(
          "list events that cannot be read",
          list.readHistory(
              new TopicPartition(topics.history(), 0), serdes.listEvent().deserializer()));
      FactsReader reader = new FactsReader(serdes, chains);
      Parts parts =
          new Parts(
              logs,
              serdes,
              topics,
              scope,
              reader,
              list,
              deadLetters,
              tally,
              folder,
              clock.instant());
      deadLetters.refresh();
      for (int partition = 0; partition < ends.size(); partition++) {
        new PartitionAudit(parts, partition).run(ends.get(partition));
      }
    }
    new OpenTransactions(client, topics, patience, clock).judge(tally);
    return tally.report();
  }

  private List<Long> ends(AuditLogs logs) {
    List<Long> ends = new ArrayList<>();
    int partitions = logs.partitions(topics.transfers());
    for (int partition = 0; partition < partitions; partition++) {
      ends.add(logs.end(new TopicPartition(topics.transfers(), partition)));
    }
    return ends;
  }
}
