package io.weir.screening;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.avro.RaisedHitCodec;
import io.weir.domain.Hit;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * What screening remembers of each flagged transfer: the hits that are open, and how often they
 * were retracted. One small row a hit, so that no row outgrows a changelog record.
 */
final class RaisedHits {
  /** A task must start soon: with more rows in its store than these, it is always asked. */
  private static final int MOST_ROWS_READ = 200_000;

  private final KeyValueStore<Bytes, byte[]> store;
  private final RaisedHitCodec codec = new RaisedHitCodec();
  private final FlaggedBefore flaggedBefore = new FlaggedBefore();

  /**
   * @param store restored; it is written to by this alone from now on
   */
  RaisedHits(KeyValueStore<Bytes, byte[]> store) {
    this(store, MOST_ROWS_READ);
  }

  RaisedHits(KeyValueStore<Bytes, byte[]> store, int mostRowsRead) {
    this.store = store;
    try (KeyValueIterator<Bytes, byte[]> rows = store.all()) {
      for (int read = 0; rows.hasNext() && read < mostRowsRead; read++) {
        flaggedBefore.add(prefixOf(rows.next().key.get()));
      }
      if (rows.hasNext()) {
        flaggedBefore.addAll();
      }
    }
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> storeBuilder() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(Names.RAISED_HITS), Serdes.Bytes(), Serdes.ByteArray());
  }

  /** The open hits of a transfer, ordered by id. */
  List<Hit> open(String transferId) {
    byte[] prefix = prefix(transferId);
    if (!flaggedBefore.mayKnow(prefix)) {
      return List.of();
    }
    List<Hit> hits = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> rows =
        store.prefixScan(prefix, new ByteArraySerializer())) {
      while (rows.hasNext()) {
        KeyValue<Bytes, byte[]> row = rows.next();
        if (row.key.get().length > prefix.length) {
          hits.add(codec.decode(row.value));
        }
      }
    }
    hits.sort(Comparator.comparing(Hit::hitId));
    return hits;
  }

  /** Whether a hit of a transfer is open. */
  boolean isOpen(String transferId, Hit hit) {
    byte[] prefix = prefix(transferId);
    return flaggedBefore.mayKnow(prefix) && store.get(key(prefix, hit)) != null;
  }

  /** How often the transfer's hits were retracted before. */
  int episode(String transferId) {
    byte[] prefix = prefix(transferId);
    byte[] count = flaggedBefore.mayKnow(prefix) ? store.get(Bytes.wrap(prefix)) : null;
    return count == null ? 0 : ByteBuffer.wrap(count).getInt();
  }

  void remember(String transferId, List<Hit> hits) {
    byte[] prefix = prefix(transferId);
    flaggedBefore.add(prefix);
    hits.forEach(hit -> store.put(key(prefix, hit), codec.encode(hit)));
  }

  /**
   * Forgets hits and counts one retraction more.
   *
   * @param hits of those that are open
   */
  void retract(String transferId, List<Hit> hits) {
    int next = episode(transferId) + 1;
    byte[] prefix = prefix(transferId);
    hits.forEach(hit -> store.delete(key(prefix, hit)));
    store.put(Bytes.wrap(prefix), ByteBuffer.allocate(Integer.BYTES).putInt(next).array());
  }

  private static Bytes key(byte[] prefix, Hit hit) {
    byte[] id = hit.hitId().getBytes(UTF_8);
    return Bytes.wrap(ByteBuffer.allocate(prefix.length + id.length).put(prefix).put(id).array());
  }

  /** The id's length goes first, so that no id is the beginning of another's rows. */
  private static byte[] prefix(String transferId) {
    byte[] id = transferId.getBytes(UTF_8);
    return ByteBuffer.allocate(Integer.BYTES + id.length).putInt(id.length).put(id).array();
  }

  /** The {@link #prefix} of a row's key. */
  private static byte[] prefixOf(byte[] key) {
    return Arrays.copyOf(key, Integer.BYTES + ByteBuffer.wrap(key).getInt());
  }
}
