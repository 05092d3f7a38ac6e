package io.weir.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.audit.Difference.Kind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** The dead letters, by the record that each is of. */
final class DeadLetters implements AutoCloseable {
  private static final char LETTER = 'd';
  private static final char EXPLAINED = 'e';

  private final AuditLogs logs;
  private final Shelf shelf;
  private final String topic;
  private final String transfers;
  private final Tally tally;
  private final Clock clock;

  /** Where each partition was read up to. */
  private final Map<Integer, Long> next = new HashMap<>();

  private long readAt;

  /** A dead letter: its own offset, its reason and its bytes. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Letter(long offset, String reason, byte[] value) {}

  DeadLetters(
      AuditLogs logs, Shelf shelf, String topic, String transfers, Tally tally, Clock clock) {
    this.logs = logs;
    this.shelf = shelf;
    this.topic = topic;
    this.transfers = transfers;
    this.tally = tally;
    this.clock = clock;
  }

  /** Reads what was written since the last time, or from the beginning. */
  void refresh() {
    readAt = clock.millis();
    int partitions = logs.partitions(topic);
    for (int number = 0; number < partitions; number++) {
      TopicPartition partition = new TopicPartition(topic, number);
      Long before = next.get(number);
      long from = before == null ? logs.begin(partition) : before;
      long to = Math.max(from, logs.end(partition));
      try (LogReader reader = logs.read(partition, from, to)) {
        while (reader.hasNext()) {
          shelve(reader.next());
        }
      }
      next.put(number, to);
    }
  }

  private void shelve(ConsumerRecord<byte[], byte[]> record) {
    tally.count("dead letters");
    try {
      if (!text(record, "__streams.errors.topic").equals(transfers)) {
        throw new NumberFormatException("another topic");
      }
      int partition = Integer.parseInt(text(record, "__streams.errors.partition"));
      long offset = Long.parseLong(text(record, "__streams.errors.offset"));
      byte[] reason = text(record, "weir-reason").getBytes(UTF_8);
      byte[] value = Flagged.of(record.value());
      byte[] row = Arrays.copyOf(reason, reason.length + 1 + value.length);
      System.arraycopy(value, 0, row, reason.length + 1, value.length);
      shelf.put(Keys.of(LETTER, Integer.toString(partition), offset, record.offset()), row);
    } catch (NumberFormatException e) {
      tally.differ(
          Kind.DEAD_LETTER_WRONG, record, "", "Its headers name no record of " + transfers + ".");
    }
  }

  private static String text(ConsumerRecord<byte[], byte[]> record, String header) {
    Header found = record.headers().lastHeader(header);
    return found == null || found.value() == null ? "" : new String(found.value(), UTF_8);
  }

  /**
   * Holds the dead letters of a record against its reason; none are expected without one.
   *
   * @param screenedAt in milliseconds since the epoch; empty when it was not screened
   */
  void judge(
      ConsumerRecord<byte[], byte[]> record,
      OptionalLong screenedAt,
      String transferId,
      String reason) {
    List<Letter> letters = of(record.partition(), record.offset());
    if (letters.isEmpty() && !reason.isEmpty() && mayHaveComeSince(screenedAt)) {
      refresh();
      letters = of(record.partition(), record.offset());
    }
    shelf.put(
        Keys.of(EXPLAINED, Integer.toString(record.partition()), record.offset()), new byte[0]);
    if (reason.isEmpty()) {
      letters.forEach(
          letter ->
              tally.differ(
                  Kind.DEAD_LETTER_UNEXPECTED,
                  where(letter),
                  transferId,
                  "The record at " + at(record) + " can be screened in full."));
      return;
    }
    if (letters.isEmpty()) {
      tally.differ(
          Kind.DEAD_LETTER_MISSING, record, transferId, "Expected one with reason " + reason + ".");
      return;
    }
    Letter first = letters.get(0);
    if (!first.reason.equals(reason)) {
      tally.differ(
          Kind.DEAD_LETTER_WRONG,
          where(first),
          transferId,
          "Its reason is " + first.reason + ", but should be " + reason + ".");
    }
    if (!Arrays.equals(first.value, Flagged.of(record.value()))) {
      tally.differ(
          Kind.DEAD_LETTER_WRONG,
          where(first),
          transferId,
          "Its bytes are not those of the record at " + at(record) + ".");
    }
    letters.stream()
        .skip(1)
        .forEach(
            letter ->
                tally.differ(
                    Kind.DEAD_LETTER_UNEXPECTED,
                    where(letter),
                    transferId,
                    "The record at " + at(record) + " has one already."));
  }

  /** A dead letter is in one transaction with the screened record that was read. */
  private boolean mayHaveComeSince(OptionalLong screenedAt) {
    return screenedAt.isPresent() && screenedAt.getAsLong() >= readAt - InForce.CLOCKS_APART;
  }

  /**
   * Reports those of records that are not there.
   *
   * @param from the first offset of the partition that was judged
   * @param to the one behind the last
   * @param end where the partition ends now
   */
  void judgeRest(int partition, long from, long to, long end) {
    String text = Integer.toString(partition);
    shelf.forEach(
        Keys.of(LETTER, text),
        (key, row) -> {
          long source = Keys.number(key, 0);
          boolean judged = source >= from && (source < to || source >= end);
          if (judged && !shelf.has(Keys.of(EXPLAINED, text, source))) {
            tally.differ(
                Kind.DEAD_LETTER_UNEXPECTED,
                Tally.where(topic, 0, Keys.lastNumber(key)),
                "",
                "There is no record at offset " + source + " of partition " + partition + ".");
          }
        });
  }

  private List<Letter> of(int partition, long offset) {
    List<Letter> found = new ArrayList<>();
    shelf.forEach(
        Keys.of(LETTER, Integer.toString(partition), offset),
        (key, row) -> {
          int end = 0;
          while (row[end] != 0) {
            end++;
          }
          found.add(
              new Letter(
                  Keys.lastNumber(key),
                  new String(row, 0, end, UTF_8),
                  Arrays.copyOfRange(row, end + 1, row.length)));
        });
    return found;
  }

  private String where(Letter letter) {
    return Tally.where(topic, 0, letter.offset);
  }

  private static String at(ConsumerRecord<byte[], byte[]> record) {
    return Tally.where(record.topic(), record.partition(), record.offset());
  }

  @Override
  public void close() {
    shelf.close();
  }
}
