package io.weir.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import java.util.function.ToLongFunction;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Follows a topic, reading what is committed, and notes when each record of a steady load was in
 * its hands. The record belongs to a transfer of the load, which is known by its index.
 */
final class Listener implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final long WAIT_MILLIS = 20;

  /** For a second one behind the last: some commits of whoever wrote it. */
  private static final long AFTERWARDS_MILLIS = 500;

  /** Three digits are exact: of 10 ms, 10 µs. */
  static final int DIGITS = 3;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final ToLongFunction<ConsumerRecord<byte[], byte[]>> index;
  private final LongPredicate isHit;
  private final Clock clock;
  private final Thread thread;
  private final Arrivals arrivals = new Arrivals();
  private Histogram sinceDue = new Histogram(DIGITS);
  private Map<Long, Moment> hits = new HashMap<>();
  private @Nullable Schedule schedule;
  private volatile boolean closing;

  /**
   * What was heard of one schedule.
   *
   * @param sinceDue from when the transfers were due to be sent until the records were here
   * @param hits the records of the hits, by the indices of their transfers
   */
  record Heard(Latencies sinceDue, Map<Long, Moment> hits) {}

  /**
   * @param stamped the record's timestamp
   * @param heard when it was here
   */
  record Moment(Instant stamped, Instant heard) {}

  /**
   * Begins to follow a topic, from its end.
   *
   * @param settings of the consumer
   * @param index of the transfer that a record belongs to
   * @param isHit whether the transfer of an index is a hit
   */
  Listener(
      String name,
      Map<String, String> settings,
      String topic,
      ToLongFunction<ConsumerRecord<byte[], byte[]>> index,
      LongPredicate isHit,
      Clock clock) {
    Map<String, Object> own = new HashMap<>(settings);
    own.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
    this.consumer =
        new KafkaConsumer<>(own, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.index = index;
    this.isHit = isHit;
    this.clock = clock;
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    // Asks for the ends now: what comes from here on is heard.
    partitions.forEach(consumer::position);
    this.thread = new Thread(this::follow, name);
    thread.start();
  }

  private void follow() {
    try {
      while (!closing) {
        Iterable<ConsumerRecord<byte[], byte[]>> records = consumer.poll(POLL);
        note(records, System.nanoTime(), clock.instant());
      }
    } catch (WakeupException closed) {
      // Asked to stop.
    }
  }

  private synchronized void note(
      Iterable<ConsumerRecord<byte[], byte[]>> records, long nanos, Instant now) {
    if (schedule == null) {
      return;
    }
    for (ConsumerRecord<byte[], byte[]> record : records) {
      long of = index.applyAsLong(record);
      if (arrivals.came(of) && schedule.isMeasured(of)) {
        sinceDue.recordValue(schedule.microsSince(of, nanos));
        if (isHit.test(of)) {
          hits.put(of, new Moment(Instant.ofEpochMilli(record.timestamp()), now));
        }
      }
    }
  }

  /**
   * Measures the transfers of this schedule from now on.
   *
   * @param isExpected whether there must be a record of the transfer of an index
   */
  synchronized void begin(Schedule next, LongPredicate isExpected) {
    schedule = next;
    arrivals.begin(next, isExpected);
    sinceDue = new Histogram(DIGITS);
    hits = new HashMap<>();
  }

  /**
   * Waits for all records, settling ones too, and gives what was measured.
   *
   * @throws BenchFailure when one does not come, or comes twice, or must not be there
   */
  Heard await(Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!areAllHere() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(WAIT_MILLIS);
    }
    TimeUnit.MILLISECONDS.sleep(AFTERWARDS_MILLIS);
    synchronized (this) {
      arrivals
          .problem()
          .ifPresent(
              problem -> {
                throw new BenchFailure(thread.getName() + ": " + problem);
              });
      return new Heard(Latencies.of(sinceDue), hits);
    }
  }

  private synchronized boolean areAllHere() {
    return arrivals.areAllHere();
  }

  @Override
  public void close() {
    closing = true;
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    consumer.close();
  }
}
