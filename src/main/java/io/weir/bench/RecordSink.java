package io.weir.bench;

import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes records of bytes; what could not be written is told at the next call. */
final class RecordSink implements AutoCloseable {
  private final Producer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  RecordSink(Map<String, Object> settings) {
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Sends a record as {@link #send(ProducerRecord)} does. */
  void send(String topic, int partition, byte[] key, byte[] value) {
    send(new ProducerRecord<>(topic, partition, key, value));
  }

  /**
   * Sends a record; returns before it is written.
   *
   * @throws BenchFailure when an earlier one could not be written
   */
  void send(ProducerRecord<byte[], byte[]> record) {
    requireNoFailure();
    try {
      // The callback is told what the future would say.
      Future<RecordMetadata> unused =
          producer.send(record, (position, fault) -> failure.compareAndSet(null, fault));
    } catch (KafkaException e) {
      failure.compareAndSet(null, e);
    }
  }

  /** Waits until everything is written. */
  void finish() {
    producer.flush();
    requireNoFailure();
  }

  private void requireNoFailure() {
    Exception fault = failure.get();
    if (fault != null) {
      throw new BenchFailure("A record was not written: " + fault.getMessage(), fault);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
