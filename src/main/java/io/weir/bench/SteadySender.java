package io.weir.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.avro.RegistrySerdes;
import io.weir.domain.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/** Sends the transfers of a load one by one, each when it is due. */
final class SteadySender implements AutoCloseable {
  /** For what is on its way when the last transfer has been sent. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Between a command and its first transfer; the listeners learn meanwhile what must come. */
  private static final Duration AHEAD = Duration.ofSeconds(1);

  private final RecordSink sink;
  private final Serializer<Transfer> serializer;
  private final String topic;
  private final int partitions;
  private final LoadTraffic traffic;
  private long next;

  /**
   * @param producer settings of the producer
   * @param first index of the first transfer
   */
  SteadySender(
      Map<String, Object> producer,
      RegistrySerdes serdes,
      String topic,
      int partitions,
      LoadTraffic traffic,
      long first) {
    this.sink = new RecordSink(producer);
    this.serializer = serdes.transfer().serializer();
    this.topic = topic;
    this.partitions = partitions;
    this.traffic = traffic;
    this.next = first;
  }

  /** Sends what a command asks for; what the two listeners measured of it. */
  Map<String, String> measure(Map<String, String> command, Listener plain, Listener hits)
      throws InterruptedException {
    long rate = number(command, ProbeWork.RATE);
    long settling = rate * number(command, ProbeWork.SETTLING_SECONDS);
    long measuring = rate * number(command, ProbeWork.SECONDS);
    List<ProducerRecord<byte[], byte[]>> records = make(next, settling + measuring);
    Schedule schedule =
        new Schedule(System.nanoTime() + AHEAD.toNanos(), next, rate, settling, measuring);
    next = schedule.end();
    plain.begin(schedule, index -> true);
    hits.begin(schedule, traffic::isHit);
    long behindMicros = send(records, schedule);
    Map<String, String> measured = new HashMap<>();
    Listener.Heard transfers = plain.await(LIMIT);
    Listener.Heard alerts = hits.await(LIMIT);
    transfers.sinceDue().put(measured, ProbeWork.PLAIN);
    alerts.sinceDue().put(measured, ProbeWork.ALERTS_SINCE_DUE);
    sinceAppend(transfers, alerts).put(measured, ProbeWork.ALERTS);
    measured.put(ProbeWork.BEHIND_MICROS, Long.toString(behindMicros));
    return measured;
  }

  /** From when the broker stamped the transfers of the hits until their alerts were there. */
  private static Latencies sinceAppend(Listener.Heard transfers, Listener.Heard alerts) {
    Histogram micros = new Histogram(Listener.DIGITS);
    alerts
        .hits()
        .forEach(
            (index, alert) -> {
              Instant appended = transfers.hits().get(index).stamped();
              // The machine's clock may be set back meanwhile.
              micros.recordValue(Math.max(0, appended.until(alert.heard(), ChronoUnit.MICROS)));
            });
    return Latencies.of(micros);
  }

  /* All of them before the first is due: making one takes longer than screening it. */
  private List<ProducerRecord<byte[], byte[]>> make(long first, long count) {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (long index = first; index < first + count; index++) {
      Transfer transfer = traffic.at(index).transfer();
      records.add(
          new ProducerRecord<>(
              topic,
              (int) (index % partitions),
              transfer.transferId().getBytes(UTF_8),
              serializer.serialize(topic, transfer)));
    }
    return records;
  }

  /** How much later than due a measured transfer was sent, at the most. */
  private long send(List<ProducerRecord<byte[], byte[]>> records, Schedule schedule) {
    long behind = 0;
    long index = schedule.first();
    for (ProducerRecord<byte[], byte[]> record : records) {
      awaitTime(schedule.dueNanos(index));
      if (schedule.isMeasured(index)) {
        behind = Math.max(behind, schedule.microsSince(index, System.nanoTime()));
      }
      sink.send(record);
      index++;
    }
    sink.finish();
    return behind;
  }

  private static void awaitTime(long nanos) {
    long left = nanos - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = nanos - System.nanoTime();
    }
  }

  private static long number(Map<String, String> command, String name) {
    return Long.parseLong(Objects.requireNonNull(command.get(name), name));
  }

  @Override
  public void close() {
    sink.close();
  }
}
