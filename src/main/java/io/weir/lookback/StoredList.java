package io.weir.lookback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.address.AddressKey;
import io.weir.address.Fingerprint;
import io.weir.avro.StoredRecords;
import io.weir.domain.KnownAddress;
import io.weir.domain.ListingChange;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** What is known of the list, in a store; which keys changed when, in memory. */
final class StoredList implements KnownList {
  private final StoredRecords<KnownAddress> records = StoredRecords.knownAddresses();
  private final KeyValueStore<Bytes, byte[]> store;
  private final ChangedKeys changed = new ChangedKeys();

  /** Reads when each key of the store changed. */
  StoredList(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
    try (KeyValueIterator<Bytes, byte[]> rows = store.all()) {
      while (rows.hasNext()) {
        KeyValue<Bytes, byte[]> row = rows.next();
        KnownAddress known = records.decode(row.value);
        changed.changed(Fingerprint.of(known.key()), known.position());
      }
    }
  }

  /** Takes a change in. */
  void apply(ListingChange change) {
    KnownAddress known = KnownChange.apply(of(change.key()), change);
    store.put(row(change.key()), records.encode(known));
    changed.changed(Fingerprint.of(change.key()), change.position());
  }

  @Override
  public long position() {
    return changed.highest();
  }

  @Override
  public boolean changedAbove(AddressKey key, long position) {
    return changed.changedAbove(Fingerprint.of(key), position);
  }

  @Override
  public KnownAddress of(AddressKey key) {
    byte[] row = store.get(row(key));
    return row == null ? KnownAddress.unheardOf(key) : records.decode(row);
  }

  /** Whether a change of any of these keys above a position has come. */
  boolean changedAbove(long[] keys, int count, long position) {
    if (position >= changed.highest()) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      if (changed.changedAbove(keys[i], position)) {
        return true;
      }
    }
    return false;
  }

  private static Bytes row(AddressKey key) {
    return Bytes.wrap(key.toString().getBytes(UTF_8));
  }
}
