package io.weir.screening;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.address.AddressKey;
import io.weir.address.Fingerprint;
import io.weir.domain.Listing;
import io.weir.domain.SanctionedAddress;
import io.weir.domain.SanctionsList;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.ToLongFunction;

/**
 * The list, indexed in memory: one writer, any number of readers, who look up without locks.
 *
 * <p>In memory are the fingerprints of its keys. The rows lie in a file as they came and are
 * decoded when they are hit, because hits are rare; those that were hit of late stay so.
 */
public final class ListIndex implements SanctionsList {
  /** Stands for a row whose bytes do not decode. */
  private static final byte[] UNREADABLE = new byte[0];

  private final FingerprintTable table = new FingerprintTable();
  private final RowFile rows;
  private final DecodedRows decoded;
  private final ToLongFunction<AddressKey> fingerprints;

  /** Keys that nothing lists for ever, and until when something does; the user's own decisions. */
  private final Map<AddressKey, LocalDate> limited = new ConcurrentHashMap<>();

  private final Set<String> unusableKeys = ConcurrentHashMap.newKeySet();
  private final Set<AddressKey> unreadable = ConcurrentHashMap.newKeySet();
  private volatile long position = -1;

  /** Rows that list their key without end. */
  private final AtomicInteger endless = new AtomicInteger();

  /**
   * @param folder for the rows, on a disk with room for the list; made when it is missing
   * @param decode reads a row's value; asked only for bytes it has read before
   */
  public ListIndex(Path folder, Function<byte[], SanctionedAddress> decode) {
    this(folder, decode, Fingerprint::of);
  }

  /**
   * @param fingerprints of keys; as {@link Fingerprint#of(AddressKey)}, but in tests
   */
  ListIndex(
      Path folder,
      Function<byte[], SanctionedAddress> decode,
      ToLongFunction<AddressKey> fingerprints) {
    this.rows = new RowFile(folder);
    this.decoded = new DecodedRows(rows, decode);
    this.fingerprints = fingerprints;
  }

  /**
   * Tells of many keys whether each may have a row.
   *
   * @param wanted fingerprints as {@link Fingerprint#of(AddressKey)} gives them
   * @param count how many of them
   * @param found another array; at the same places: 0 where certainly no key of the fingerprint has
   *     a row, else another number
   */
  void lookUp(long[] wanted, int count, long[] found) {
    table.lookUp(wanted, count, found);
  }

  @Override
  public List<Listing> listings(AddressKey key) {
    int position = find(key);
    return position == FingerprintTable.NONE ? List.of() : decoded.listings(position, key);
  }

  /**
   * Puts a row into the index.
   *
   * @param until the last day on which anything in the row lists the key; empty when nothing does
   */
  void list(AddressKey key, byte[] row, Optional<LocalDate> until) {
    put(key, row, until);
    unreadable.remove(key);
  }

  void listUnreadable(AddressKey key) {
    put(key, UNREADABLE, Optional.of(LocalDate.MAX));
    unreadable.add(key);
  }

  void delist(AddressKey key) {
    countOut(key);
    table.remove(fingerprints.applyAsLong(key), verify(key));
    limited.remove(key);
    unreadable.remove(key);
  }

  private void put(AddressKey key, byte[] row, Optional<LocalDate> until) {
    LocalDate last = until.orElse(LocalDate.MIN);
    boolean isEndless = last.equals(LocalDate.MAX);
    boolean wasEndless = isEndless(key);
    if (wasEndless && !isEndless) {
      countOut(key);
    }
    table.put(fingerprints.applyAsLong(key), rows.append(bytes(key), row), verify(key));
    if (isEndless) {
      limited.remove(key);
    } else {
      limited.put(key, last);
    }
    if (isEndless && !wasEndless) {
      endless.incrementAndGet();
    }
  }

  /** Before the row goes: no reader may take a list for usable that lists nothing any more. */
  private void countOut(AddressKey key) {
    if (isEndless(key)) {
      endless.decrementAndGet();
    }
  }

  private boolean isEndless(AddressKey key) {
    return find(key) != FingerprintTable.NONE && !limited.containsKey(key);
  }

  private int find(AddressKey key) {
    return table.find(fingerprints.applyAsLong(key), verify(key));
  }

  /** Two keys may have one fingerprint; the row says whose it is. */
  private IntPredicate verify(AddressKey key) {
    return position -> rows.hasKey(position, bytes(key));
  }

  private static byte[] bytes(AddressKey key) {
    return key.toString().getBytes(UTF_8);
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

  /** Address keys on the list, unreadable ones included, those that are only allowed not. */
  public int size() {
    long lastingAWhile =
        limited.values().stream().filter(last -> !last.equals(LocalDate.MIN)).count();
    return endless.get() + (int) lastingAWhile;
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
   * Whether transfers can be cleared against it on a day, UTC: a list on which nothing is listed
   * clears everything, so it may not.
   */
  boolean isUsable(LocalDate today) {
    return unusableKeys.isEmpty() && listsAnything(today);
  }

  private boolean listsAnything(LocalDate today) {
    return endless.get() > 0 || limited.values().stream().anyMatch(last -> !last.isBefore(today));
  }

  /**
   * Says why nothing can be cleared; does nothing when something can.
   *
   * @param today UTC
   * @throws ListUnusable with what mends it
   */
  public void refuse(String topic, LocalDate today) {
    if (!unusableKeys.isEmpty()) {
      throw ListUnusable.keys(topic, unusableKeys());
    }
    if (!listsAnything(today)) {
      throw ListUnusable.empty(topic);
    }
  }

  void clear() {
    table.clear();
    rows.clear();
    decoded.clear();
    limited.clear();
    endless.set(0);
    unreadable.clear();
    unusableKeys.clear();
    position = -1;
  }
}
