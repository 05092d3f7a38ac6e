package io.weir.lookback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.address.AddressKey;
import io.weir.avro.StoredRecords;
import io.weir.domain.KnownAddress;
import io.weir.domain.Listing;
import io.weir.domain.ListingChange;
import io.weir.domain.PromptCommits;
import io.weir.domain.SanctionedAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds each row of the list against what it held before, and tells every partition of look-back
 * what has changed.
 */
final class FanOutChanges implements Processor<byte[], byte[], byte[], Outgoing> {
  /*
   * A tombstone lasts a day by default. When look-back was away for longer, a row may have gone
   * without a trace, so each start reads the keys of the topic once and takes for withdrawn what is
   * not there any more.
   */

  private static final Logger LOG = LoggerFactory.getLogger(FanOutChanges.class);
  private static final Duration SOON = Duration.ofMillis(200);
  private static final int PAGE = 10_000;

  private final Lookback lookback;
  private final ThreadLocal<PromptCommits> commits;
  private final Deserializer<SanctionedAddress> rows;
  private final Serializer<ListingChange> writer;
  private final StoredRecords<KnownAddress> records = StoredRecords.knownAddresses();
  private ProcessorContext<byte[], Outgoing> context;
  private KeyValueStore<Bytes, byte[]> store;
  private Optional<Cancellable> search = Optional.empty();

  /**
   * @param commits of each thread, shared by its tasks
   */
  FanOutChanges(Lookback lookback, ThreadLocal<PromptCommits> commits) {
    this.lookback = lookback;
    this.commits = commits;
    this.rows = lookback.registry().sanctionedAddress().deserializer();
    this.writer = lookback.registry().listingChange().serializer();
  }

  @Override
  public void init(ProcessorContext<byte[], Outgoing> context) {
    this.context = context;
    this.store = context.getStateStore(Names.LIST_ROWS);
    this.search =
        Optional.of(
            context.schedule(SOON, PunctuationType.WALL_CLOCK_TIME, now -> searchForVanished()));
    context.schedule(
        lookback.settings().pagePause(), PunctuationType.WALL_CLOCK_TIME, now -> commitWhenDue());
  }

  @Override
  public void process(Record<byte[], byte[]> row) {
    long offset = context.recordMetadata().orElseThrow().offset();
    Optional<AddressKey> key = key(row.key());
    if (key.isEmpty()) {
      // Screening refuses to go on beside it, so nothing is cleared meanwhile.
      LOG.error("A list row's key is no address key offset={}", offset);
      return;
    }
    take(key.get(), row.value() == null ? List.of() : read(key.get(), row.value()), offset);
  }

  private void take(AddressKey key, List<Listing> now, long offset) {
    Bytes row = Bytes.wrap(key.toString().getBytes(UTF_8));
    byte[] held = store.get(row);
    KnownAddress known = held == null ? KnownAddress.unheardOf(key) : records.decode(held);
    ListRowDiff.Step step = ListRowDiff.step(known, now, offset);
    // A key that is gone is kept, so that its tombstone, read again, is known to be old.
    store.put(row, records.encode(step.known()));
    step.change().ifPresent(this::tell);
  }

  private void tell(ListingChange change) {
    String topic = lookback.topics().listingChanges();
    byte[] bytes = lookback.patience().ask(() -> writer.serialize(topic, change));
    long now = context.currentSystemTimeMs();
    context.forward(
        new Record<>(
            change.key().toString().getBytes(UTF_8), new Outgoing(bytes, Outgoing.EVERY), now));
    commits.get().want();
    commitWhenDue();
  }

  /** Also for changes that had to wait: a first list of thousands must not commit each row. */
  private void commitWhenDue() {
    if (commits.get().isDue(context.currentSystemTimeMs())) {
      context.commit();
    }
  }

  private List<Listing> read(AddressKey key, byte[] value) {
    return lookback
        .patience()
        .ask(
            () -> {
              try {
                SanctionedAddress row =
                    rows.deserialize(lookback.topics().sanctionedAddresses(), value);
                return row.key().equals(key) ? row.listings() : List.of(Listing.unreadable(key));
              } catch (SerializationException
                  | IllegalArgumentException
                  | ClassCastException
                  | java.time.DateTimeException e) {
                LOG.error("A list row cannot be read key={}", key, e);
                return List.of(Listing.unreadable(key));
              }
            });
  }

  private void searchForVanished() {
    TopicPartition partition =
        new TopicPartition(lookback.topics().sanctionedAddresses(), context.taskId().partition());
    try (Log log = lookback.logs().get()) {
      long end = log.end(partition);
      Set<Bytes> there = keys(log, partition, end);
      List<KnownAddress> vanished = new ArrayList<>();
      try (KeyValueIterator<Bytes, byte[]> held = store.all()) {
        while (held.hasNext()) {
          KeyValue<Bytes, byte[]> row = held.next();
          KnownAddress known = records.decode(row.value);
          boolean stands = !known.listings().isEmpty() || !known.inDoubt().isEmpty();
          if (stands && known.position() < end && !there.contains(row.key)) {
            vanished.add(known);
          }
        }
      }
      vanished.forEach(known -> take(known.key(), List.of(), end - 1));
      search.ifPresent(Cancellable::cancel);
    } catch (RetriableException e) {
      LOG.warn("The list topic does not answer; it is asked again", e);
    }
  }

  private static Set<Bytes> keys(Log log, TopicPartition partition, long end) {
    Set<Bytes> keys = new HashSet<>();
    long at = log.beginning(partition);
    while (at < end) {
      Log.Page page = log.read(partition, at, end, PAGE);
      for (ConsumerRecord<byte[], byte[]> record : page.records()) {
        if (record.key() != null) {
          keys.add(Bytes.wrap(record.key()));
        }
      }
      at = page.next();
    }
    return keys;
  }

  private static Optional<AddressKey> key(byte[] key) {
    try {
      return key == null ? Optional.empty() : Optional.of(AddressKey.parse(new String(key, UTF_8)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
