package io.weir.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.primitives.Bytes;
import io.weir.address.AddressKey;
import io.weir.avro.RegistrySerdes;
import io.weir.domain.ListEvent;
import io.weir.domain.Listing;
import io.weir.domain.SanctionedAddress;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/*
 * The topic is compacted: of each key the newest row is there, and older ones as long as the
 * cleaner has not come by. A row that is there was in force from its offset to that of the next
 * row of its key, or is still. What was in force before the first row that is left is not known
 * from here; the history of the lists has the listings, though not the offsets.
 */
/** What the list topic tells: for each address key the rows that are left, with their offsets. */
final class ListLog implements AutoCloseable {
  private static final char KEY = 'k';
  private static final char ROW = 'r';
  private static final char PAST = 'p';
  private static final byte[] NOTHING = {};

  /** Transfers touch few keys again and again. */
  private static final int CACHED_KEYS = 10_000;

  private final AuditLogs logs;
  private final TopicPartition partition;
  private final Shelf shelf;
  private final Deserializer<SanctionedAddress> rows;
  private final Map<String, List<Row>> cache =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Row>> eldest) {
          return size() > CACHED_KEYS;
        }
      };
  private long end;

  /**
   * One row as it was written.
   *
   * @param writtenAt in milliseconds since the epoch
   * @param listings empty for a tombstone
   */
  record Row(long offset, long writtenAt, List<Listing> listings) {
    boolean has(Listing listing) {
      return listings.stream().anyMatch(each -> each.listingId().equals(listing.listingId()));
    }
  }

  ListLog(AuditLogs logs, String topic, RegistrySerdes serdes, Shelf shelf) {
    this.logs = logs;
    this.partition = new TopicPartition(topic, 0);
    this.shelf = shelf;
    this.rows = serdes.sanctionedAddress().deserializer();
    this.end = logs.begin(partition);
  }

  /** Reads what was written since the last time, or from the beginning. Counts the rows. */
  long refresh() {
    long to = logs.end(partition);
    long count = 0;
    try (LogReader reader = logs.read(partition, end, to)) {
      while (reader.hasNext()) {
        ConsumerRecord<byte[], byte[]> record = reader.next();
        String key = record.key() == null ? "" : new String(record.key(), UTF_8);
        shelf.put(Keys.of(KEY, key), NOTHING);
        shelf.put(
            Keys.of(ROW, key, record.offset(), record.timestamp()), Flagged.of(record.value()));
        count++;
      }
    }
    end = Math.max(end, to);
    cache.clear();
    return count;
  }

  /**
   * Reads the listings that ever were.
   *
   * @return how many events cannot be read; what only they could explain will be reported
   */
  long readHistory(TopicPartition history, Deserializer<ListEvent> events) {
    long unreadableEvents = 0;
    try (LogReader reader = logs.read(history)) {
      while (reader.hasNext()) {
        ConsumerRecord<byte[], byte[]> record = reader.next();
        try {
          ListEvent event = events.deserialize(history.topic(), record.value());
          event
              .key()
              .ifPresent(
                  key ->
                      Stream.of(event.listing(), event.before())
                          .flatMap(Optional::stream)
                          .forEach(listing -> remember(key, listing)));
        } catch (SerializationException | IllegalArgumentException | DateTimeException e) {
          unreadableEvents++;
        }
      }
    }
    return unreadableEvents;
  }

  private void remember(AddressKey key, Listing listing) {
    byte[] id = listing.listingId().getBytes(UTF_8);
    shelf.put(Keys.of(KEY, key.toString()), NOTHING);
    shelf.put(Bytes.concat(Keys.of(PAST, key.toString()), id), id);
  }

  /** The offset behind the last row that was read. */
  long end() {
    return end;
  }

  /** Whether anything was ever written under the key, as far as rows or history are left. */
  boolean knows(AddressKey key) {
    return shelf.has(Keys.of(KEY, key.toString()));
  }

  /** The ids of every listing of the key that the history of the lists has. */
  Set<String> past(AddressKey key) {
    Set<String> ids = new TreeSet<>();
    shelf.forEach(Keys.of(PAST, key.toString()), (shelved, id) -> ids.add(new String(id, UTF_8)));
    return ids;
  }

  /** The rows of a key that are left, in their order. */
  List<Row> rows(AddressKey key) {
    return cache.computeIfAbsent(key.toString(), unused -> read(key));
  }

  private List<Row> read(AddressKey key) {
    List<Row> found = new ArrayList<>();
    shelf.forEach(
        Keys.of(ROW, key.toString()),
        (shelved, value) ->
            found.add(
                new Row(
                    Keys.number(shelved, 0),
                    Keys.lastNumber(shelved),
                    Flagged.value(value).map(bytes -> listings(key, bytes)).orElse(List.of()))));
    return List.copyOf(found);
  }

  /** A row that cannot be read lists its key all the same, by nobody knows whom. */
  private List<Listing> listings(AddressKey key, byte[] value) {
    try {
      SanctionedAddress row = rows.deserialize(partition.topic(), value);
      if (row.key().equals(key)) {
        return row.listings();
      }
    } catch (SerializationException
        | IllegalArgumentException
        | ClassCastException
        | DateTimeException e) {
      return List.of(Listing.unreadable(key));
    }
    return List.of(Listing.unreadable(key));
  }

  @Override
  public void close() {
    shelf.close();
  }
}
