package io.weir.embedded;

import io.weir.avro.RegistrySerdes;
import io.weir.config.WeirConfig;
import io.weir.domain.Transfer;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Sends sample traffic at a rate, or as fast as it is screened. */
public final class SamplePump implements AutoCloseable {
  /** Transfers that wait to be screened: enough to keep screening busy, gone within a second. */
  private static final long MAX_WAITING = 20_000;

  private static final long WAIT_NANOS = Duration.ofMillis(2).toNanos();

  private final Producer<String, Transfer> producer;
  private final String topic;
  private final SampleTraffic traffic;
  private final Clock clock;
  private final PlantedHits planted;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final AtomicLong written = new AtomicLong();
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  private SamplePump(
      Producer<String, Transfer> producer, String topic, SampleTraffic traffic, Clock clock) {
    this.producer = producer;
    this.topic = topic;
    this.traffic = traffic;
    this.clock = clock;
    this.planted = new PlantedHits(traffic.run());
  }

  static SamplePump open(
      WeirConfig config, RegistrySerdes serdes, SampleTraffic traffic, Clock clock) {
    Map<String, Object> settings = new HashMap<>(config.kafkaClient("producer."));
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    Producer<String, Transfer> producer =
        new KafkaProducer<>(settings, new StringSerializer(), serdes.transfer().serializer());
    return new SamplePump(producer, config.topics().transfers(), traffic, clock);
  }

  /** Is told when a designation has to come. */
  public interface DesignationStep {

    /**
     * Designates what the traffic has touched, and returns once screening goes by it.
     *
     * @param touched how many transfers touched it before
     */
    void designate(int touched) throws InterruptedException;
  }

  /** What was planted, and what of it was found. */
  public PlantedHits planted() {
    return planted;
  }

  /**
   * Sends until stopped.
   *
   * @param rate transfers a second; 0 for as fast as they are screened
   * @param transfers how many; empty for no end
   * @param tally of what is screened
   * @param designation taken while nothing is sent and nothing waits, so that it is known which
   *     transfers came before
   * @throws EmbeddedFailure when a transfer cannot be written
   */
  public void run(int rate, OptionalLong transfers, TopicTally tally, DesignationStep designation)
      throws InterruptedException {
    long start = System.nanoTime();
    long end = transfers.orElse(Long.MAX_VALUE);
    long index = 0;
    while (index < end && isDue(index, rate, start, () -> tally.counts().screened())) {
      if (traffic.isDesignation(index) && isDrained(tally)) {
        designation.designate(planted.designate());
      }
      Sample sample = traffic.sample(index, clock.instant());
      planted.plant(sample);
      send(sample.transfer());
      index++;
    }
    producer.flush();
    requireNoFailure();
  }

  /** Waits for the turn of this transfer; false when told to stop meanwhile. */
  private boolean isDue(long index, int rate, long start, LongSupplier screened)
      throws InterruptedException {
    long due =
        rate == 0 ? 0 : start + index * TimeUnit.SECONDS.toNanos(1) / rate - System.nanoTime();
    boolean stop = stopped.await(due, TimeUnit.NANOSECONDS);
    while (!stop && index % 256 == 0 && index - screened.getAsLong() > MAX_WAITING) {
      requireNoFailure();
      stop = stopped.await(WAIT_NANOS, TimeUnit.NANOSECONDS);
    }
    return !stop;
  }

  /** Waits until all that was sent is screened; false when told to stop meanwhile. */
  private boolean isDrained(TopicTally tally) throws InterruptedException {
    producer.flush();
    CompletableFuture<TopicTally.Counts> counts = tally.atEnd();
    boolean stop = false;
    while (!stop) {
      requireNoFailure();
      stop = stopped.await(WAIT_NANOS, TimeUnit.NANOSECONDS);
      if (counts.isDone()) {
        if (counts.join().areAllScreened()) {
          return true;
        }
        counts = tally.atEnd();
      }
    }
    return false;
  }

  private void send(Transfer transfer) {
    requireNoFailure();
    ProducerRecord<String, Transfer> record =
        new ProducerRecord<>(topic, transfer.transferId(), transfer);
    try {
      // The callback is told what the future would say.
      Future<RecordMetadata> unused = producer.send(record, (position, fault) -> done(fault));
    } catch (KafkaException e) {
      failure.compareAndSet(null, e);
    }
  }

  private void done(@Nullable Exception fault) {
    if (fault == null) {
      written.incrementAndGet();
    } else {
      failure.compareAndSet(null, fault);
    }
  }

  private void requireNoFailure() {
    Exception fault = failure.get();
    if (fault != null) {
      throw new EmbeddedFailure("A transfer was not written: " + fault.getMessage(), fault);
    }
  }

  /** How many transfers are safely written. */
  public long written() {
    return written.get();
  }

  /** Lets {@link #run} return soon. */
  public void stop() {
    stopped.countDown();
  }

  @Override
  public void close() {
    stop();
    producer.close();
  }
}
