package io.weir.bench;

import io.weir.address.AddressKey;
import io.weir.avro.RegistrySerdes;
import io.weir.config.WeirConfig;
import io.weir.runtime.Defaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * A plain consumer that reads all screened transfers from the beginning, commits how far it is, and
 * perhaps looks for an address in each. Goes on until told to stop.
 */
final class ReadWork implements BenchWork {
  /** By this its group is named. */
  static final String ROLE = "bench-read";

  /** The key of the address to look for; absent when records are only read. */
  static final String KEY = "key";

  /** How many transfers touch it. */
  static final String FOUND = "found";

  private static final Duration POLL = Duration.ofMillis(100);

  /** As often as Kafka Streams commits with exactly-once. */
  private static final long COMMIT_NANOS = Duration.ofMillis(100).toNanos();

  private volatile boolean closing;

  @Override
  public void run(Channel channel) throws InterruptedException {
    WeirConfig config = BenchConfig.of(channel.settings());
    Optional<AddressSearch> search =
        Optional.ofNullable(channel.settings().get(KEY)).map(key -> search(config, key));
    Consumer<ConsumerRecord<byte[], byte[]>> look =
        search
            .<Consumer<ConsumerRecord<byte[], byte[]>>>map(
                wanted -> record -> wanted.look(record.value()))
            .orElse(record -> {});
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    Thread waiting = Thread.currentThread();
    Thread reading = new Thread(() -> read(config, look), "weir-bench-reader");
    reading.setUncaughtExceptionHandler(
        (thread, failed) -> {
          failure.set(failed);
          waiting.interrupt();
        });
    reading.start();
    channel.tell(ContestantWork.RUNNING, Map.of());
    try {
      channel.awaitStop();
    } catch (InterruptedException e) {
      if (failure.get() != null) {
        throw new BenchFailure("The reader failed: " + failure.get(), failure.get());
      }
      throw e;
    } finally {
      closing = true;
    }
    reading.join();
    channel.tell(
        ContestantWork.FIGURES,
        Map.of(FOUND, Long.toString(search.map(AddressSearch::found).orElse(0L))));
  }

  private static AddressSearch search(WeirConfig config, String key) {
    try {
      return new AddressSearch(
          AddressKey.parse(key),
          Defaults.chains(config.chainsFile()),
          RegistrySerdes.at(config.schemaRegistryUrl(), config.registry()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(WeirConfig config, Consumer<ConsumerRecord<byte[], byte[]>> look) {
    Map<String, Object> settings = new HashMap<>(config.kafkaClient("consumer."));
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.applicationId(ROLE));
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(config.topics().screenedTransfers()).stream()
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long committed = System.nanoTime();
      while (!closing) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        records.forEach(look);
        if (System.nanoTime() - committed > COMMIT_NANOS) {
          consumer.commitAsync();
          committed = System.nanoTime();
        }
      }
    }
  }
}
