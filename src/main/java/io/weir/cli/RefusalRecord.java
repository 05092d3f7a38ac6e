package io.weir.cli;

import io.weir.avro.RegistryUnavailable;
import io.weir.config.ConfigProblems;
import io.weir.config.Needs;
import io.weir.config.WeirConfig;
import io.weir.domain.Refusal;
import io.weir.lists.ListId;
import io.weir.lists.ListRefused;
import io.weir.publish.ListNotPublished;
import io.weir.publish.ListPublisher;
import io.weir.publish.ListTopicMissing;
import io.weir.publish.ListTopicUnread;
import io.weir.publish.ListTopics;
import io.weir.runtime.Unreachable;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;

/** Counts publications that were refused, where there is a cluster to count them on. */
final class RefusalRecord {
  private final ConnectionOptions connection;
  private final PrintWriter err;

  RefusalRecord(ConnectionOptions connection, PrintWriter err) {
    this.connection = connection;
    this.err = err;
  }

  /**
   * Counts a publication that could not even be read; only where a cluster is configured. That it
   * was refused stands, whatever becomes of the counting.
   *
   * @param id the list it should have been; empty when that is not known
   */
  void write(Optional<ListId> id, Refusal refusal) {
    trying(
        () -> {
          WeirConfig config = connection.load(Needs.NOTHING);
          if (config.bootstrapServers().isEmpty() || config.schemaRegistryUrl().isEmpty()) {
            return;
          }
          if (id.isEmpty()) {
            warn("it is not known which list it is.");
            return;
          }
          ListTopics topics = ListConnection.connect(connection.load(Needs.BROKER_AND_REGISTRY));
          try (ListPublisher publisher = ListPublisher.open(topics, Clock.systemUTC())) {
            publisher.refuse(id.get(), refusal);
          }
        });
  }

  /** Counts a publication that was held against the list in force. */
  void write(ListPublisher publisher, ListId id, Refusal refusal) {
    trying(() -> publisher.refuse(id, refusal));
  }

  private void trying(Runnable counting) {
    try {
      counting.run();
    } catch (ConfigProblems
        | Unreachable
        | RegistryUnavailable
        | ListNotPublished
        | ListTopicMissing
        | ListTopicUnread
        | KafkaException e) {
      warn(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  /** As the list topics keep it. */
  static Refusal of(ListRefused refused, String uri) {
    return new Refusal(
        Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS),
        refused.reason().name(),
        String.valueOf(refused.getMessage()),
        uri);
  }

  private void warn(String why) {
    err.println("The refusal is not counted: " + why);
  }
}
