package io.weir.screening;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.avro.RaisedHitCodec;
import io.weir.domain.Hit;
import java.nio.ByteBuffer;
import java.util.ArrayList;
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
  private final KeyValueStore<Bytes, byte[]> store;
  private final RaisedHitCodec codec = new RaisedHitCodec();

  RaisedHits(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> storeBuilder() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(Names.RAISED_HITS), Serdes.Bytes(), Serdes.ByteArray());
  }

  /** The open hits of a transfer, ordered by id. */
  List<Hit> open(String transferId) {
    byte[] prefix = prefix(transferId);
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
    return store.get(key(transferId, hit)) != null;
  }

  /** How often the transfer's hits were retracted before. */
  int episode(String transferId) {
    byte[] count = store.get(Bytes.wrap(prefix(transferId)));
    return count == null ? 0 : ByteBuffer.wrap(count).getInt();
  }

  void remember(String transferId, List<Hit> hits) {
    hits.forEach(hit -> store.put(key(transferId, hit), codec.encode(hit)));
  }

  /** Forgets the hits and counts one retraction more. */
  void retract(String transferId, List<Hit> hits) {
    int next = episode(transferId) + 1;
    hits.forEach(hit -> store.delete(key(transferId, hit)));
    store.put(
        Bytes.wrap(prefix(transferId)), ByteBuffer.allocate(Integer.BYTES).putInt(next).array());
  }

  private static Bytes key(String transferId, Hit hit) {
    byte[] prefix = prefix(transferId);
    byte[] id = hit.hitId().getBytes(UTF_8);
    return Bytes.wrap(ByteBuffer.allocate(prefix.length + id.length).put(prefix).put(id).array());
  }

  /** The id's length goes first, so that no id is the beginning of another's rows. */
  private static byte[] prefix(String transferId) {
    byte[] id = transferId.getBytes(UTF_8);
    return ByteBuffer.allocate(Integer.BYTES + id.length).putInt(id.length).put(id).array();
  }
}
