package io.weir.publish;

import io.weir.address.AddressKey;
import io.weir.domain.ListManifest;
import io.weir.domain.Listing;
import io.weir.domain.SanctionedAddress;
import io.weir.lists.ListId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the list topics hold.
 *
 * @param rows the readable rows; not copied
 * @param unreadable keys of rows that cannot be read; their addresses count as listed
 * @param unusableKeys keys that are no address keys
 * @param lastLoads the last load of each list
 * @param rowsEnd the offset at which the topic of the rows ended when they were read
 */
public record HeldLists(
    Map<AddressKey, SanctionedAddress> rows,
    Set<AddressKey> unreadable,
    Set<String> unusableKeys,
    HeldManifests lastLoads,
    long rowsEnd) {

  public HeldLists {
    rows = Collections.unmodifiableMap(rows);
    unreadable = Collections.unmodifiableSet(new TreeSet<>(unreadable));
    unusableKeys = Collections.unmodifiableSet(new TreeSet<>(unusableKeys));
  }

  /**
   * Reads both topics whole.
   *
   * @throws ListTopicMissing when one does not exist
   * @throws ListTopicUnread when one cannot be read to its end
   * @throws io.weir.avro.RegistryUnavailable when the registry does not answer
   */
  public static HeldLists read(ListTopics topics) {
    return read(topics, ListProgress.NONE);
  }

  /** The same, for somebody who watches. */
  public static HeldLists read(ListTopics topics, ListProgress progress) {
    HeldRows rows = new HeldRows(topics);
    long end = new TopicScan(topics.addresses(), topics, progress).forEach(rows);
    return rows.with(HeldManifests.read(topics), end);
  }

  /** Whether no address is listed at all on a day, UTC; an address that is allowed is not. */
  public boolean isEmpty(LocalDate today) {
    return unreadable.isEmpty()
        && unusableKeys.isEmpty()
        && rows.values().stream()
            .flatMap(row -> row.listedUntil().stream())
            .allMatch(last -> last.isBefore(today));
  }

  /** What lists a key, as screening sees it: an unreadable row lists it, details unknown. */
  public List<Listing> listings(AddressKey key) {
    SanctionedAddress row = rows.get(key);
    if (row != null) {
      return row.listings();
    }
    return unreadable.contains(key) ? List.of(Listing.unreadable(key)) : List.of();
  }

  /** What one list has at a key; nothing where the row cannot be read. */
  List<Listing> listings(AddressKey key, ListId id) {
    SanctionedAddress row = rows.get(key);
    return row == null ? List.of() : row.listings().stream().filter(id::publishes).toList();
  }

  /** The last load of a list; empty when it was never loaded or its manifest cannot be read. */
  public Optional<ListManifest> manifest(ListId id) {
    return lastLoads.of(id);
  }

  /** The last load of each list, by {@code authority/list}. */
  public Map<String, ListManifest> manifests() {
    return lastLoads.manifests();
  }

  /** Lists whose last load is not known. */
  public Set<String> unreadableManifests() {
    return lastLoads.unreadable();
  }
}
