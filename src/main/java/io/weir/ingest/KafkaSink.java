package io.weir.ingest;

import io.weir.avro.RegistryUnavailable;
import io.weir.domain.Transfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * The transfers topic. The key is the transfer id, so that repeats of a transfer share a partition.
 *
 * <p>A record that is too large is refused alone; any other failure ends the work, since the next
 * record would meet it too.
 */
public final class KafkaSink implements TransferSink {
  private final Producer<String, Transfer> producer;
  private final String topic;
  private final RecordTime time;
  private final Queue<IngestLine.Refused> refused = new ConcurrentLinkedQueue<>();
  private final AtomicLong written = new AtomicLong();
  private final AtomicReference<@Nullable IngestFailure> failure = new AtomicReference<>();

  /**
   * @param producer idempotent and with acks of all replicas; closed with this sink
   */
  public KafkaSink(Producer<String, Transfer> producer, String topic, RecordTime time) {
    this.producer = producer;
    this.topic = topic;
    this.time = time;
  }

  @Override
  public void write(Transfer transfer, IngestLine.Converted line) throws IngestFailure {
    if (failure.get() != null) {
      flush();
    }
    ProducerRecord<String, Transfer> record =
        new ProducerRecord<>(
            topic, null, time.of(transfer.occurredAt()), transfer.transferId(), transfer);
    try {
      // The callback is told what the future would say.
      Future<RecordMetadata> unused = producer.send(record, (position, fault) -> done(line, fault));
    } catch (KafkaException | RegistryUnavailable e) {
      failed(line, e);
      flush();
    }
  }

  /** Runs on the producer's thread, or on the caller's when a record is refused at once. */
  private void done(IngestLine.Converted line, @Nullable Exception fault) {
    if (fault instanceof RecordTooLargeException) {
      refused.add(line.refused("", "is too large a record: " + fault.getMessage()));
    } else if (fault != null) {
      failed(line, fault);
    } else {
      written.incrementAndGet();
    }
  }

  private void failed(IngestLine.Converted line, Exception fault) {
    IngestFailure later =
        new IngestFailure(
            line.number(),
            "Line " + line.number() + " was not written to " + topic + ": " + reason(fault),
            fault);
    failure.accumulateAndGet(
        later, (before, now) -> before != null && before.line() <= line.number() ? before : now);
  }

  private static String reason(Throwable fault) {
    String reason = String.valueOf(fault.getMessage());
    String cause = fault.getCause() == null ? null : fault.getCause().getMessage();
    return cause == null || reason.contains(cause) ? reason : reason + " (" + cause + ")";
  }

  /** Waits for everything under way first, so that the failure names the first line of all. */
  @Override
  public void flush() throws IngestFailure {
    producer.flush();
    IngestFailure first = failure.get();
    if (first != null) {
      throw first;
    }
  }

  @Override
  public List<IngestLine.Refused> takeRefused() {
    List<IngestLine.Refused> taken = new ArrayList<>();
    for (IngestLine.Refused next = refused.poll(); next != null; next = refused.poll()) {
      taken.add(next);
    }
    return taken;
  }

  @Override
  public long written() {
    return written.get();
  }

  @Override
  public void close() {
    producer.close();
  }
}
