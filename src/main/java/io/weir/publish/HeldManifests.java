package io.weir.publish;

import io.weir.domain.ListManifest;
import io.weir.domain.Refusal;
import io.weir.lists.ListId;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The last load of each list.
 *
 * @param manifests by {@code authority/list}
 * @param unreadable lists whose last load is not known
 */
public record HeldManifests(Map<String, ListManifest> manifests, Set<String> unreadable) {

  public HeldManifests {
    manifests = Map.copyOf(manifests);
    unreadable = Collections.unmodifiableSet(new TreeSet<>(unreadable));
  }

  /**
   * Reads the manifests topic whole.
   *
   * @throws ListTopicMissing when it does not exist
   * @throws ListTopicUnread when it cannot be read to its end
   * @throws io.weir.avro.RegistryUnavailable when the registry does not answer
   */
  public static HeldManifests read(ListTopics topics) {
    Values<ListManifest> values =
        new Values<>(topics.manifests(), topics.serdes().listManifest().deserializer());
    Map<String, ListManifest> manifests = new HashMap<>();
    Set<String> unreadable = new TreeSet<>();
    new TopicScan(topics.manifests(), topics, ListProgress.NONE)
        .forEach(
            (key, bytes) -> {
              manifests.remove(key);
              unreadable.remove(key);
              if (bytes != null) {
                values
                    .read(bytes)
                    .ifPresentOrElse(
                        manifest -> manifests.put(key, manifest), () -> unreadable.add(key));
              }
            });
    return new HeldManifests(manifests, unreadable);
  }

  /** The last load of a list; empty when it was never loaded or its manifest cannot be read. */
  public Optional<ListManifest> of(ListId id) {
    return Optional.ofNullable(manifests.get(id.toString()));
  }

  /**
   * The time of what happens now, later than every load and refusal of any list: clocks are set
   * back, and the next publisher may run on a machine whose clock is slow. Who asks what was in
   * force at a moment must find one answer. When something was added is in no manifest; {@link
   * ListTimeline} puts events of one list in their order.
   */
  Instant next(Instant now) {
    return manifests.values().stream()
        .flatMap(HeldManifests::times)
        .max(Instant::compareTo)
        .map(last -> last.plusMillis(1))
        .filter(now::isBefore)
        .orElse(now);
  }

  private static Stream<Instant> times(ListManifest manifest) {
    return Stream.of(
            Optional.of(manifest.loadedAt()),
            manifest.historySince(),
            manifest.lastRefusal().map(Refusal::at))
        .flatMap(Optional::stream);
  }
}
