package io.weir.audit;

import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * The committed records of one partition from one offset to another, in order. One that follows has
 * no end: it waits for more, and gives up when nothing has come for a while.
 */
final class LogReader implements Iterator<ConsumerRecord<byte[], byte[]>>, AutoCloseable {
  /** Stands for no end. */
  static final long FOLLOW = Long.MAX_VALUE;

  private static final Duration POLL = Duration.ofMillis(200);

  private final AuditLogs logs;
  private final TopicPartition partition;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final AuditProgress.Task task;
  private final long from;
  private final long to;
  private boolean givenUp;
  private Iterator<ConsumerRecord<byte[], byte[]>> polled = Collections.emptyIterator();

  LogReader(AuditLogs logs, AuditProgress progress, TopicPartition partition, long from, long to) {
    this.logs = logs;
    this.partition = partition;
    this.from = from;
    this.to = to;
    this.consumer = logs.consumer();
    consumer.assign(List.of(partition));
    consumer.seek(partition, from);
    this.task =
        progress.begin(
            "Reading " + partition, Math.max(0, (to == FOLLOW ? logs.end(partition) : to) - from));
  }

  /**
   * Whether there is another record.
   *
   * @throws AuditImpossible when there should be one and none comes
   */
  @Override
  public boolean hasNext() {
    long waitingSince = System.nanoTime();
    while (!polled.hasNext()) {
      long position = consumer.position(partition);
      if (position >= to || givenUp) {
        return false;
      }
      poll();
      if (consumer.position(partition) > position) {
        waitingSince = System.nanoTime();
      } else if (System.nanoTime() - waitingSince > logs.patience().toNanos()) {
        if (to == FOLLOW) {
          givenUp = true;
          return false;
        }
        throw new AuditImpossible(
            partition
                + " was read up to offset "
                + position
                + " of "
                + to
                + ", and then nothing came. Are its brokers up?");
      }
    }
    return true;
  }

  /** Whether everything before an offset has been handed out; does not wait. */
  boolean isPast(long offset) {
    return !polled.hasNext() && consumer.position(partition) >= offset;
  }

  private void poll() {
    try {
      // A poll may bring more than was asked for.
      polled =
          consumer.poll(POLL).records(partition).stream()
              .filter(record -> record.offset() < to)
              .iterator();
      task.reached(Math.max(0, consumer.position(partition) - from));
    } catch (KafkaException e) {
      throw new AuditImpossible(partition + " cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public ConsumerRecord<byte[], byte[]> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return polled.next();
  }

  @Override
  public void close() {
    task.close();
    consumer.close();
  }
}
