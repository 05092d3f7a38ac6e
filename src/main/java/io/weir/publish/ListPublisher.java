package io.weir.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.domain.ListManifest;
import io.weir.domain.SanctionedAddress;
import io.weir.lists.Publication;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/*
 * One writer. All publishers of an environment share one transactional id. Opening a publisher
 * fences the one before and aborts what it left open, and only then are the topics read; so a
 * difference is always taken from what will still be there when it is written.
 *
 * All or nothing. Rows, tombstones and the manifest, which comes last, are one transaction.
 * Everything is serialized before it begins, so that a registry that does not answer is found out
 * before anything is sent. A process that dies leaves an open transaction: readers of committed
 * records see none of it, and the next publisher, or the broker after the time-out, aborts it.
 */
/** The only writer of the list topics. */
public final class ListPublisher implements AutoCloseable {

  /** Ten million rows take less; the broker's own limit is fifteen minutes. */
  private static final int TRANSACTION_TIMEOUT_MS = (int) Duration.ofMinutes(5).toMillis();

  private final ListTopics topics;
  private final Clock clock;
  private final Producer<byte[], byte[]> producer;

  private ListPublisher(ListTopics topics, Clock clock, Producer<byte[], byte[]> producer) {
    this.topics = topics;
    this.clock = clock;
    this.producer = producer;
  }

  /**
   * Takes the place of any other publisher of this environment.
   *
   * @throws ListNotPublished when the cluster does not let it
   */
  public static ListPublisher open(ListTopics topics, Clock clock) {
    Map<String, Object> settings = new HashMap<>(topics.producer());
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "weir-lists-" + topics.environment());
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, topics.patience().toMillis());
    Producer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    boolean open = false;
    try {
      producer.initTransactions();
      open = true;
      return new ListPublisher(topics, clock, producer);
    } catch (KafkaException e) {
      throw ListNotPublished.because("Kafka gives no transaction: " + e.getMessage(), e);
    } finally {
      if (!open) {
        producer.close(Duration.ZERO);
      }
    }
  }

  /**
   * Holds a publication against the topics as they are now.
   *
   * @throws ListTopicMissing when one does not exist
   * @throws ListTopicUnread when one cannot be read to its end
   */
  public ListLoad prepare(Publication publication) {
    return ListLoad.of(publication, HeldLists.read(topics));
  }

  /**
   * Writes what a load prepared by this publisher changes, and its manifest.
   *
   * @return the manifest
   * @throws ListNotPublished when nothing of it was written
   */
  public ListManifest publish(ListLoad load) {
    ListManifest manifest = load.manifest(clock.instant());
    List<ProducerRecord<byte[], byte[]>> records = records(load, manifest);
    try {
      producer.beginTransaction();
      for (ProducerRecord<byte[], byte[]> record : records) {
        // What becomes of it shows at the commit, which fails when any record did.
        Future<RecordMetadata> unused = producer.send(record);
      }
      commit();
      return manifest;
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

  private List<ProducerRecord<byte[], byte[]>> records(ListLoad load, ListManifest manifest) {
    Serializer<SanctionedAddress> row = topics.serdes().sanctionedAddress().serializer();
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    load.diff()
        .changes()
        .forEach(
            (key, changed) ->
                records.add(
                    new ProducerRecord<>(
                        topics.addresses(),
                        key.toString().getBytes(UTF_8),
                        changed
                            .map(present -> row.serialize(topics.addresses(), present))
                            .orElse(null))));
    // Withdrawals last: between two rows the list may not be shorter than both publications.
    records.sort(Comparator.comparing(record -> record.value() == null));
    records.add(
        new ProducerRecord<>(
            topics.manifests(),
            load.publication().id().toString().getBytes(UTF_8),
            topics.serdes().listManifest().serializer().serialize(topics.manifests(), manifest)));
    return records;
  }

  /** The first failure is the one to report; a failing abort leaves it to the next publisher. */
  private void abort(KafkaException first) {
    try {
      producer.abortTransaction();
    } catch (KafkaException e) {
      first.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    producer.close(topics.patience());
  }
}
