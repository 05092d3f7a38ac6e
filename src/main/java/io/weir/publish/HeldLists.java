package io.weir.publish;

import io.weir.address.AddressKey;
import io.weir.domain.ListManifest;
import io.weir.domain.Listing;
import io.weir.domain.SanctionedAddress;
import io.weir.lists.ListId;
import java.time.DateTimeException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * What the list topics hold.
 *
 * @param rows the readable rows
 * @param unreadable keys of rows that cannot be read; their addresses count as listed
 * @param unusableKeys keys that are no address keys
 * @param manifests the last load of each list, by {@code authority/list}
 * @param unreadableManifests lists whose last load is not known
 */
public record HeldLists(
    Map<AddressKey, SanctionedAddress> rows,
    Set<AddressKey> unreadable,
    Set<String> unusableKeys,
    Map<String, ListManifest> manifests,
    Set<String> unreadableManifests) {

  public HeldLists {
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    unreadable = Collections.unmodifiableSet(new TreeSet<>(unreadable));
    unusableKeys = Collections.unmodifiableSet(new TreeSet<>(unusableKeys));
    manifests = Map.copyOf(manifests);
    unreadableManifests = Collections.unmodifiableSet(new TreeSet<>(unreadableManifests));
  }

  /**
   * Reads both topics whole.
   *
   * @throws ListTopicMissing when one does not exist
   * @throws ListTopicUnread when one cannot be read to its end
   * @throws io.weir.avro.RegistryUnavailable when the registry does not answer
   */
  public static HeldLists read(ListTopics topics) {
    Map<String, byte[]> rows = new CompactedTopic(topics.addresses(), topics).read();
    Map<String, byte[]> manifests = new CompactedTopic(topics.manifests(), topics).read();
    return of(topics, rows, manifests);
  }

  /** Reads rows and manifests that are at hand, by the text of their keys. */
  static HeldLists of(ListTopics topics, Map<String, byte[]> rows, Map<String, byte[]> manifests) {
    return new Reading(topics).of(rows, manifests);
  }

  /** Whether no address is listed at all. */
  public boolean isEmpty() {
    return rows.isEmpty() && unreadable.isEmpty() && unusableKeys.isEmpty();
  }

  /** What lists a key, as screening sees it: an unreadable row lists it, details unknown. */
  public List<Listing> listings(AddressKey key) {
    SanctionedAddress row = rows.get(key);
    if (row != null) {
      return row.listings();
    }
    return unreadable.contains(key) ? List.of(Listing.unreadable(key)) : List.of();
  }

  /** The last load of a list; empty when it was never loaded or its manifest cannot be read. */
  public Optional<ListManifest> manifest(ListId id) {
    return Optional.ofNullable(manifests.get(id.toString()));
  }

  private static final class Reading {
    private final ListTopics topics;
    private final Deserializer<SanctionedAddress> row;
    private final Deserializer<ListManifest> manifest;

    private Reading(ListTopics topics) {
      this.topics = topics;
      this.row = topics.serdes().sanctionedAddress().deserializer();
      this.manifest = topics.serdes().listManifest().deserializer();
    }

    private HeldLists of(Map<String, byte[]> rowBytes, Map<String, byte[]> manifestBytes) {
      Map<AddressKey, SanctionedAddress> rows = new LinkedHashMap<>();
      Set<AddressKey> unreadable = new LinkedHashSet<>();
      Set<String> unusableKeys = new LinkedHashSet<>();
      rowBytes.forEach(
          (text, bytes) -> {
            Optional<AddressKey> key = key(text);
            if (key.isEmpty()) {
              unusableKeys.add(text);
              return;
            }
            decode(row, topics.addresses(), bytes)
                .filter(decoded -> decoded.key().equals(key.get()))
                .ifPresentOrElse(
                    decoded -> rows.put(key.get(), decoded), () -> unreadable.add(key.get()));
          });
      Map<String, ListManifest> manifests = new HashMap<>();
      Set<String> unreadableManifests = new LinkedHashSet<>();
      manifestBytes.forEach(
          (key, bytes) ->
              decode(manifest, topics.manifests(), bytes)
                  .ifPresentOrElse(
                      decoded -> manifests.put(key, decoded), () -> unreadableManifests.add(key)));
      return new HeldLists(rows, unreadable, unusableKeys, manifests, unreadableManifests);
    }

    private static Optional<AddressKey> key(String text) {
      try {
        return Optional.of(AddressKey.parse(text));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    private static <T> Optional<T> decode(
        Deserializer<T> deserializer, String topic, byte[] bytes) {
      try {
        return Optional.of(deserializer.deserialize(topic, bytes));
      } catch (SerializationException
          | IllegalArgumentException
          | ClassCastException
          | DateTimeException e) {
        return Optional.empty();
      }
    }
  }
}
