package io.weir.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.config.Topics;
import io.weir.config.WeirConfig;
import io.weir.domain.Alert;
import io.weir.domain.AlertKind;
import io.weir.domain.Outcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Follows the topics of the demo and counts what is committed on them. */
public final class TopicTally implements AutoCloseable {
  /** The header's name is public API (DESIGN 3). */
  private static final String OUTCOME_HEADER = "weir-outcome";

  private static final Duration POLL = Duration.ofMillis(100);

  /**
   * What was counted.
   *
   * @param unmarked records of screened-transfers without an outcome
   * @param alerts of each kind of which there are any
   */
  public record Counts(
      long transfers,
      long clear,
      long flagged,
      long unscreenable,
      long unmarked,
      Map<AlertKind, Long> alerts,
      long deadLetters) {

    public Counts {
      alerts = Map.copyOf(alerts);
    }

    /** Records of screened-transfers. */
    public long screened() {
      return clear + flagged + unscreenable + unmarked;
    }

    /** Whether every transfer that was counted is among the screened. */
    public boolean areAllScreened() {
      return screened() == transfers;
    }
  }

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Topics topics;
  private final Function<byte[], Alert> decoder;
  private final Consumer<Alert> alerts;
  private final Thread thread = new Thread(this::follow, "weir-demo-tally");
  private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
  private final Map<AlertKind, Long> kinds = new EnumMap<>(AlertKind.class);
  private final Map<String, Long> records = new HashMap<>();
  private @Nullable CompletableFuture<Counts> asked;
  private volatile boolean closing;

  private TopicTally(
      WeirConfig config,
      Map<TopicPartition, Long> from,
      Function<byte[], Alert> decoder,
      Consumer<Alert> alerts) {
    this.topics = config.topics();
    this.decoder = decoder;
    this.alerts = alerts;
    Map<String, Object> settings = new HashMap<>(config.kafkaClient("consumer."));
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumer.assign(from.keySet());
    from.forEach(consumer::seek);
  }

  /**
   * Begins to follow.
   *
   * @param from the first record to count of each partition
   * @param decoder reads an alert
   * @param alerts told each alert, on a thread of its own
   */
  static TopicTally start(
      WeirConfig config,
      Map<TopicPartition, Long> from,
      Function<byte[], Alert> decoder,
      Consumer<Alert> alerts) {
    TopicTally tally = new TopicTally(config, from, decoder, alerts);
    tally.thread.start();
    return tally;
  }

  /** What was counted until now. */
  public synchronized Counts counts() {
    return new Counts(
        records.getOrDefault(topics.transfers(), 0L),
        outcomes.getOrDefault(Outcome.CLEAR, 0L),
        outcomes.getOrDefault(Outcome.FLAGGED, 0L),
        outcomes.getOrDefault(Outcome.UNSCREENABLE, 0L),
        records.getOrDefault(topics.screenedTransfers(), 0L)
            - outcomes.values().stream().mapToLong(Long::longValue).sum(),
        kinds,
        records.getOrDefault(topics.deadLetters(), 0L));
  }

  /** What is counted when everything that is committed now has been read. */
  public synchronized CompletableFuture<Counts> atEnd() {
    if (asked == null) {
      asked = new CompletableFuture<>();
    }
    return asked;
  }

  private void follow() {
    try {
      while (!closing) {
        consumer.poll(POLL).forEach(this::count);
        answer();
      }
    } catch (WakeupException closed) {
      // Asked to stop; what was counted stays counted.
    }
  }

  private synchronized void count(ConsumerRecord<byte[], byte[]> record) {
    records.merge(record.topic(), 1L, Long::sum);
    if (record.topic().equals(topics.screenedTransfers())) {
      outcome(record).ifPresent(outcome -> outcomes.merge(outcome, 1L, Long::sum));
    } else if (record.topic().equals(topics.alerts())) {
      Alert alert = decoder.apply(record.value());
      kinds.merge(alert.kind(), 1L, Long::sum);
      alerts.accept(alert);
    }
  }

  private static Optional<Outcome> outcome(ConsumerRecord<byte[], byte[]> record) {
    Header header = record.headers().lastHeader(OUTCOME_HEADER);
    return Arrays.stream(Outcome.values())
        .filter(outcome -> header != null)
        .filter(outcome -> outcome.name().equals(new String(header.value(), UTF_8)))
        .findFirst();
  }

  private void answer() {
    CompletableFuture<Counts> waiting;
    synchronized (this) {
      waiting = asked;
    }
    if (waiting == null) {
      return;
    }
    boolean atEnd =
        consumer.endOffsets(consumer.assignment()).entrySet().stream()
            .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    if (atEnd) {
      synchronized (this) {
        asked = null;
      }
      waiting.complete(counts());
    }
  }

  @Override
  public void close() {
    closing = true;
    consumer.wakeup();
    try {
      thread.join(Duration.ofSeconds(5).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    consumer.close();
  }
}
