package io.weir.screening;

import io.weir.address.AddressKey;
import io.weir.domain.Listing;
import io.weir.domain.SanctionedAddress;
import io.weir.domain.SanctionsList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The list in memory: one writer, any number of readers, no locks.
 *
 * <p>A row is kept as its bytes and decoded when it is hit, because hits are rare and decoded rows
 * are ten times as large.
 */
public final class ListIndex implements SanctionsList {
  /** Stands for a row whose bytes do not decode. */
  private static final byte[] UNREADABLE = new byte[0];

  private final Map<AddressKey, byte[]> rows = new ConcurrentHashMap<>();
  private final Set<String> unusableKeys = ConcurrentHashMap.newKeySet();
  private final Set<AddressKey> unreadable = ConcurrentHashMap.newKeySet();
  private final Function<byte[], SanctionedAddress> decode;
  private volatile long position = -1;

  /**
   * @param decode reads a row's value; asked only for bytes it has read before
   */
  public ListIndex(Function<byte[], SanctionedAddress> decode) {
    this.decode = decode;
  }

  @Override
  public List<Listing> listings(AddressKey key) {
    byte[] row = rows.get(key);
    if (row == null) {
      return List.of();
    }
    if (row.length == 0) {
      return List.of(Listing.unreadable(key));
    }
    try {
      return decode.apply(row).listings();
    } catch (SerializationException e) {
      // It was readable once; its schema has since gone from the registry and from the cache.
      return List.of(Listing.unreadable(key));
    }
  }

  void list(AddressKey key, byte[] row) {
    rows.put(key, row);
    unreadable.remove(key);
  }

  void listUnreadable(AddressKey key) {
    rows.put(key, UNREADABLE);
    unreadable.add(key);
  }

  void delist(AddressKey key) {
    rows.remove(key);
    unreadable.remove(key);
  }

  /** A row whose key is no address key: what it lists cannot be known. */
  void unusableKey(String key) {
    unusableKeys.add(key);
  }

  void withdrawUnusableKey(String key) {
    unusableKeys.remove(key);
  }

  /** Publishes that every row up to this offset is in the index. */
  void appliedUpTo(long offset) {
    position = offset;
  }

  /**
   * Offset of the last row applied; -1 for none. A reader that takes the position before it looks
   * up was answered from at least every row up to it.
   */
  public long position() {
    return position;
  }

  /** Address keys on the list, unreadable ones included. */
  public int size() {
    return rows.size();
  }

  /** Keys whose row cannot be read. */
  public Set<AddressKey> unreadable() {
    return Set.copyOf(unreadable);
  }

  /** How many rows cannot be read. */
  public int unreadableCount() {
    return unreadable.size();
  }

  /** Record keys of the list topic that are no address keys; nothing can be cleared beside them. */
  public Set<String> unusableKeys() {
    return Set.copyOf(unusableKeys);
  }

  /**
   * Whether transfers can be cleared against it: an empty list clears everything, so it may not.
   */
  boolean isUsable() {
    return unusableKeys.isEmpty() && !rows.isEmpty();
  }

  /**
   * Says why nothing can be cleared; does nothing when something can.
   *
   * @throws ListUnusable with what mends it
   */
  public void refuse(String topic) {
    if (!unusableKeys.isEmpty()) {
      throw ListUnusable.keys(topic, unusableKeys());
    }
    if (rows.isEmpty()) {
      throw ListUnusable.empty(topic);
    }
  }

  void clear() {
    rows.clear();
    unreadable.clear();
    unusableKeys.clear();
    position = -1;
  }
}
