package io.weir.publish;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A producer whose process dies at a chosen point: what it sent lies on the broker, and from then
 * on it says nothing more, not even that it gives up.
 */
final class DyingProducer extends KafkaProducer<byte[], byte[]> {

  /** Where in its commit it dies. */
  enum Commit {
    BEFORE,
    /** The request is on its way; whether it arrives is open. */
    DURING,
    AFTER
  }

  /** The end of the process: nothing catches it, as nothing would run. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final int lastSend;
  private final Commit commit;
  private int sends;

  private DyingProducer(Map<String, Object> settings, int lastSend, Commit commit) {
    super(settings, new ByteArraySerializer(), new ByteArraySerializer());
    this.lastSend = lastSend;
    this.commit = commit;
  }

  /** Dies before it sends a record more than these. */
  static Function<Map<String, Object>, DyingProducer> after(int sends) {
    return settings -> new DyingProducer(settings, sends, Commit.BEFORE);
  }

  static Function<Map<String, Object>, DyingProducer> at(Commit commit) {
    return settings -> new DyingProducer(settings, Integer.MAX_VALUE, commit);
  }

  /** How many records were sent. */
  int sends() {
    return sends;
  }

  @Override
  public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
    if (sends == lastSend) {
      die();
    }
    sends++;
    try {
      // On the broker before the next is made, so that it dies between just these two.
      return CompletableFuture.completedFuture(super.send(record).get());
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void commitTransaction() {
    if (commit == Commit.BEFORE) {
      die();
    }
    if (commit == Commit.DURING) {
      Thread request = new Thread(super::commitTransaction, "commit");
      request.setUncaughtExceptionHandler((thread, e) -> {});
      request.start();
      die();
    }
    super.commitTransaction();
    if (commit == Commit.AFTER) {
      die();
    }
  }

  @Override
  public void abortTransaction() {
    throw new AssertionError("The dead do not abort");
  }

  private void die() {
    close(Duration.ZERO);
    throw new Killed();
  }

  /** The dead do not tidy up. */
  @Override
  public void close() {
    super.close(Duration.ZERO);
  }

  @Override
  public void close(Duration timeout) {
    super.close(Duration.ZERO);
  }
}
