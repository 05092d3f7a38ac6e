package io.weir.audit;

import io.weir.audit.Difference.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.KafkaFuture;

/** Looks for transactions on Weir's topics that nobody ends: behind them readers see nothing. */
final class OpenTransactions {
  /** Ten times the longest interval between commits. */
  private static final Duration TOO_LONG = Duration.ofSeconds(60);

  private final Map<String, Object> client;
  private final Set<String> topics;
  private final Duration patience;
  private final Clock clock;

  OpenTransactions(Map<String, Object> client, AuditTopics topics, Duration patience, Clock clock) {
    this.client = client;
    this.topics =
        Set.of(
            topics.transfers(),
            topics.screened(),
            topics.addresses(),
            topics.history(),
            topics.alerts(),
            topics.deadLetters());
    this.patience = patience;
    this.clock = clock;
  }

  void judge(Tally tally) {
    try (Admin admin = Admin.create(client)) {
      Collection<TransactionListing> ongoing =
          answer(
              admin
                  .listTransactions(
                      new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING)))
                  .all());
      List<String> ids = ongoing.stream().map(TransactionListing::transactionalId).toList();
      answer(admin.describeTransactions(ids).all())
          .forEach((id, transaction) -> judge(id, transaction, tally));
    }
  }

  private void judge(String id, TransactionDescription transaction, Tally tally) {
    Set<String> touched =
        transaction.topicPartitions().stream()
            .filter(partition -> topics.contains(partition.topic()))
            .map(Object::toString)
            .collect(Collectors.toSet());
    boolean old =
        transaction.transactionStartTimeMs().isPresent()
            && Instant.ofEpochMilli(transaction.transactionStartTimeMs().getAsLong())
                .plus(TOO_LONG)
                .isBefore(clock.instant());
    if (old && !touched.isEmpty()) {
      touched.stream()
          .sorted()
          .forEach(
              partition ->
                  tally.differ(
                      Kind.OPEN_TRANSACTION,
                      partition,
                      "",
                      "Transactional id " + id + " has had it open for more than a minute."));
    }
  }

  private <T> T answer(KafkaFuture<T> future) {
    try {
      return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AuditImpossible("The audit was interrupted.", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new AuditImpossible(
          "The cluster does not tell its transactions: "
              + e.getMessage()
              + ". Weir's user needs"
              + " the right to describe transactional ids.",
          e);
    }
  }
}
