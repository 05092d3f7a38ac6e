package io.weir.publish;

import io.weir.avro.RegistryUnavailable;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;

/** Writes records so that readers of committed records see all of them or none. */
final class ListTransaction {
  private final Producer<byte[], byte[]> producer;

  /**
   * @param producer that has taken its place
   */
  ListTransaction(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  /**
   * Writes.
   *
   * @param records are made while they are written, since all at once may not fit into memory
   * @throws ListNotPublished when none of them was written
   * @throws RegistryUnavailable when the registry does not answer; none was written then
   */
  void write(Stream<ProducerRecord<byte[], byte[]>> records) {
    try {
      producer.beginTransaction();
      records.forEach(
          record -> {
            // What becomes of it shows at the commit, which fails when any record did.
            Future<RecordMetadata> unused = producer.send(record);
          });
      commit();
    } catch (RegistryUnavailable e) {
      abort(e);
      throw e;
    } catch (KafkaException e) {
      if (isFenced(e)) {
        throw ListNotPublished.fenced(e);
      }
      abort(e);
      throw ListNotPublished.because("Kafka did not take it: " + e.getMessage(), e);
    }
  }

  /** After a time-out only a second commit may be tried; an abort could contradict the first. */
  private void commit() {
    try {
      producer.commitTransaction();
    } catch (TimeoutException first) {
      try {
        producer.commitTransaction();
      } catch (TimeoutException e) {
        throw ListNotPublished.unknown(e);
      }
    }
  }

  /** Kafka names it at the first call, and wraps it at every later one. */
  private static boolean isFenced(KafkaException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProducerFencedException
          || cause instanceof InvalidProducerEpochException) {
        return true;
      }
    }
    return false;
  }

  /** The first failure is the one to report; a failing abort leaves it to the next publisher. */
  private void abort(RuntimeException first) {
    try {
      producer.abortTransaction();
    } catch (KafkaException e) {
      first.addSuppressed(e);
    }
  }
}
