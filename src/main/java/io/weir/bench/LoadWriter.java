package io.weir.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.avro.RegistrySerdes;
import io.weir.domain.SanctionedAddress;
import io.weir.domain.Transfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes loads to topics, in Confluent's wire format. The transfers go round the partitions, so
 * that each partition holds every so manieth, in order; several threads share the partitions.
 */
final class LoadWriter {
  private final Map<String, Object> producer;
  private final RegistrySerdes serdes;
  private final int threads;
  private final AtomicLong written = new AtomicLong();

  /**
   * @param producer settings of the producers
   * @param threads how many may write at a time
   */
  LoadWriter(Map<String, Object> producer, RegistrySerdes serdes, int threads) {
    this.producer = Map.copyOf(producer);
    this.serdes = serdes;
    this.threads = threads;
  }

  /** How many records have been made until now. */
  long written() {
    return written.get();
  }

  /**
   * Writes the transfers of a load, from index 0.
   *
   * @return what the load must lead to
   * @throws BenchFailure when a record could not be written
   */
  Expected transfers(String topic, int partitions, LoadSource traffic, long transfers)
      throws InterruptedException {
    List<Expected> parts =
        inThreads(
            Math.min(threads, partitions),
            (thread, of) -> transfers(topic, partitions, traffic, transfers, thread, of));
    return parts.stream().reduce(Expected.NOTHING, Expected::plus);
  }

  private Expected transfers(
      String topic, int partitions, LoadSource traffic, long transfers, int thread, int of) {
    Serializer<Transfer> serializer = serdes.transfer().serializer();
    Expected.Counter expected = new Expected.Counter();
    try (RecordSink sink = new RecordSink(producer)) {
      for (long index = 0; index < transfers; index++) {
        int partition = (int) (index % partitions);
        if (partition % of == thread) {
          LoadTransfer made = traffic.at(index);
          byte[] key = made.transfer().transferId().getBytes(UTF_8);
          byte[] value = serializer.serialize(topic, made.transfer());
          expected.add(key, value, made);
          ProducerRecord<byte[], byte[]> record =
              new ProducerRecord<>(topic, partition, key, value);
          traffic.head(index, made, record.headers());
          sink.send(record);
          written.incrementAndGet();
        }
      }
      sink.finish();
    }
    return expected.result();
  }

  /**
   * Writes the list that a load with this seed knows.
   *
   * @param byKey the topic that Weir reads: rows by their address key
   * @param byText the topic that a join by text reads: rows by the address as published
   * @throws BenchFailure when a row could not be written
   */
  void list(String byKey, Optional<String> byText, long seed, long listed)
      throws InterruptedException {
    ListedRows rows = new ListedRows(seed);
    List<Long> unused =
        inThreads(threads, (thread, of) -> list(byKey, byText, rows, listed, thread, of));
  }

  private long list(
      String byKey, Optional<String> byText, ListedRows rows, long listed, int thread, int of) {
    Serializer<SanctionedAddress> serializer = serdes.sanctionedAddress().serializer();
    long count = 0;
    try (RecordSink sink = new RecordSink(producer)) {
      for (long index = thread; index < listed; index += of) {
        SanctionedAddress row = rows.row(index);
        String text = row.listings().get(0).address();
        sink.send(byKey, 0, row.key().toString().getBytes(UTF_8), serializer.serialize(byKey, row));
        byText.ifPresent(
            topic -> sink.send(topic, 0, text.getBytes(UTF_8), serializer.serialize(topic, row)));
        written.incrementAndGet();
        count++;
      }
      sink.finish();
    }
    return count;
  }

  /** Part of the work, for one of so many threads. */
  private interface Part<T> {
    T work(int thread, int of);
  }

  private static <T> List<T> inThreads(int count, Part<T> part) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(count);
    try {
      List<Future<T>> working = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int thread = i;
        working.add(pool.submit(() -> part.work(thread, count)));
      }
      List<T> done = new ArrayList<>();
      for (Future<T> future : working) {
        done.add(future.get());
      }
      return done;
    } catch (ExecutionException e) {
      throw new BenchFailure("The load was not written: " + e.getCause().getMessage(), e);
    } finally {
      pool.shutdownNow();
    }
  }
}
