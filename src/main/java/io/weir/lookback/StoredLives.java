package io.weir.lookback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Lives in a store: a row for each hit, and one for each transfer that was dropped. */
final class StoredLives implements Lives {
  private final KeyValueStore<Bytes, byte[]> store;

  StoredLives(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  @Override
  public Optional<HitLife> hit(String transferId, String hitId) {
    return Optional.ofNullable(store.get(key(transferId, hitId))).map(HitLife::read);
  }

  @Override
  public Map<String, HitLife> hits(String transferId) {
    byte[] prefix = prefix(transferId);
    Map<String, HitLife> hits = new TreeMap<>();
    try (KeyValueIterator<Bytes, byte[]> rows =
        store.prefixScan(prefix, new ByteArraySerializer())) {
      while (rows.hasNext()) {
        KeyValue<Bytes, byte[]> row = rows.next();
        byte[] key = row.key.get();
        if (key.length > prefix.length) {
          String hit = new String(key, prefix.length, key.length - prefix.length, UTF_8);
          hits.put(hit, HitLife.read(row.value));
        }
      }
    }
    return hits;
  }

  @Override
  public void put(String transferId, String hitId, HitLife life) {
    store.put(key(transferId, hitId), life.bytes());
  }

  @Override
  public void forget(String transferId, String hitId) {
    store.delete(key(transferId, hitId));
  }

  @Override
  public Optional<Dropped> dropped(String transferId) {
    return Optional.ofNullable(store.get(Bytes.wrap(prefix(transferId)))).map(StoredLives::dropped);
  }

  @Override
  public void putDropped(String transferId, Dropped dropped) {
    store.put(
        Bytes.wrap(prefix(transferId)),
        ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
            .putLong(dropped.offset())
            .putInt(dropped.times())
            .array());
  }

  /**
   * Forgets, of some rows, those that nothing can come back to.
   *
   * @param from the row to begin with; empty for the first
   * @param rows how many to look at
   * @param oldest the oldest offset that there is
   * @return the row to go on with; empty when that was the last
   */
  Optional<Bytes> forgetOutlived(Optional<Bytes> from, int rows, long oldest) {
    List<Bytes> gone = new ArrayList<>();
    Optional<Bytes> next = Optional.empty();
    try (KeyValueIterator<Bytes, byte[]> all = store.range(from.orElse(null), null)) {
      for (int i = 0; i < rows && all.hasNext(); i++) {
        KeyValue<Bytes, byte[]> row = all.next();
        if (isOutlived(row, oldest)) {
          gone.add(row.key);
        }
      }
      if (all.hasNext()) {
        next = Optional.of(all.peekNextKey());
      }
    }
    gone.forEach(store::delete);
    return next;
  }

  private boolean isOutlived(KeyValue<Bytes, byte[]> row, long oldest) {
    byte[] key = row.key.get();
    int id = ByteBuffer.wrap(key).getInt();
    if (key.length > Integer.BYTES + id) {
      return HitLife.read(row.value).isOutlived(oldest);
    }
    // How often it was dropped is in the ids of the alerts of its hits.
    String transferId = new String(key, Integer.BYTES, id, UTF_8);
    return dropped(row.value).offset() < oldest && hits(transferId).isEmpty();
  }

  private static Dropped dropped(byte[] value) {
    ByteBuffer bytes = ByteBuffer.wrap(value);
    return new Dropped(bytes.getLong(), bytes.getInt());
  }

  private static Bytes key(String transferId, String hitId) {
    byte[] prefix = prefix(transferId);
    byte[] id = hitId.getBytes(UTF_8);
    return Bytes.wrap(ByteBuffer.allocate(prefix.length + id.length).put(prefix).put(id).array());
  }

  /** The id's length goes first, so that no id is the beginning of another's rows. */
  private static byte[] prefix(String transferId) {
    byte[] id = transferId.getBytes(UTF_8);
    return ByteBuffer.allocate(Integer.BYTES + id.length).putInt(id.length).put(id).array();
  }
}
