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

  /** Three digits are exact: of 10 ms, 10 µs. */
  static final int DIGITS = 3;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final ToLongFunction<ConsumerRecord<byte[], byte[]>> index;
  private final LongPredicate isHit;
  private final Clock clock;
  private final Thread thread;
  private Histogram sinceDue = new Histogram(DIGITS);
  private Map<Long, Moment> hits = new HashMap<>();
  private @Nullable Schedule schedule;
  private long seen;
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
      if (schedule.contains(of)) {
        seen++;
        if (schedule.isMeasured(of)) {
          sinceDue.recordValue(schedule.microsSince(of, nanos));
          if (isHit.test(of)) {
            hits.put(of, new Moment(Instant.ofEpochMilli(record.timestamp()), now));
          }
        }
      }
    }
  }

  /** Measures the transfers of this schedule from now on. */
  synchronized void begin(Schedule next) {
    schedule = next;
    sinceDue = new Histogram(DIGITS);
    hits = new HashMap<>();
    seen = 0;
  }

  /**
   * Waits for records, settling ones too, and gives what was measured.
   *
   * @throws BenchFailure when they do not come, or when there are more
   */
  Heard await(long records, Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (seen() < records && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(WAIT_MILLIS);
    }
    synchronized (this) {
      if (seen != records) {
        throw new BenchFailure(
            thread.getName() + " has heard " + seen + " records instead of " + records + ".");
      }
      return new Heard(Latencies.of(sinceDue), hits);
    }
  }

  private synchronized long seen() {
    return seen;
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
