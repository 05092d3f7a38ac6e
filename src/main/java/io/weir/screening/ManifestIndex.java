package io.weir.screening;

import io.weir.domain.AgeLimits;
import io.weir.domain.Freshness;
import io.weir.domain.ListManifest;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The manifest of each list in memory: one writer, any number of readers. It says how fresh the
 * lists are that screening goes by.
 */
public final class ManifestIndex {
  /** By record key, {@code authority/list}; empty for a manifest that cannot be read. */
  private final Map<String, Optional<ListManifest>> manifests = new ConcurrentHashMap<>();

  private final AgeLimits limits;
  private final Clock clock;

  public ManifestIndex(AgeLimits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /** How fresh each list is now, by name; lists without a manifest are not in it. */
  public List<Freshness> freshness() {
    return manifests.entrySet().stream()
        .map(entry -> judge(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(Freshness::authority).thenComparing(Freshness::list))
        .toList();
  }

  /** How fresh a list is now; unknown when it has no manifest that can be read. */
  Freshness freshness(String key) {
    return judge(key, manifest(key));
  }

  /** The manifest of a list; empty when there is none that can be read. */
  Optional<ListManifest> manifest(String key) {
    return manifests.getOrDefault(key, Optional.empty());
  }

  private Freshness judge(String key, Optional<ListManifest> manifest) {
    return manifest
        .map(known -> Freshness.of(known, limits, clock.instant()))
        .orElseGet(() -> Freshness.unknown(key, limits));
  }

  void loaded(String key, ListManifest manifest) {
    manifests.put(key, Optional.of(manifest));
  }

  void unreadable(String key) {
    manifests.put(key, Optional.empty());
  }

  void withdrawn(String key) {
    manifests.remove(key);
  }

  void clear() {
    manifests.clear();
  }
}
