package io.weir.lookback;

import io.weir.address.AddressKey;
import io.weir.address.Fingerprint;
import io.weir.domain.KnownAddress;
import io.weir.domain.ListingChange;
import java.util.HashMap;
import java.util.Map;

/** What is known of the list, in a map. */
final class MemoryList implements KnownList {
  private final Map<AddressKey, KnownAddress> rows = new HashMap<>();
  private final ChangedKeys changed = new ChangedKeys();

  void apply(ListingChange change) {
    rows.put(change.key(), KnownChange.apply(of(change.key()), change));
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
    return rows.getOrDefault(key, KnownAddress.unheardOf(key));
  }
}
