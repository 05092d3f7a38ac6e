package io.weir.screening;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.weir.domain.Freshness;
import io.weir.domain.ListManifest;
import io.weir.metrics.MetricNames;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/**
 * The meters of each list, which come and go with its manifest. What is not known is no number: an
 * age without end, so that an alarm on age sounds, and NaN for the rest.
 */
public final class ListMeters {
  private static final double MILLIS = 1000.0;

  private final MeterRegistry registry;
  private final ManifestIndex index;
  private final Map<String, List<Meter>> shown = new ConcurrentHashMap<>();

  public ListMeters(MeterRegistry registry, ManifestIndex index) {
    this.registry = registry;
    this.index = index;
  }

  /** Shows the meters of a list from now on. */
  public void show(String key) {
    shown.computeIfAbsent(key, this::register);
  }

  /** Takes the meters of a list away. */
  void hide(String key) {
    List<Meter> meters = shown.remove(key);
    if (meters != null) {
      meters.forEach(registry::remove);
    }
  }

  private List<Meter> register(String key) {
    Freshness list = index.freshness(key);
    Tags tags =
        Tags.of(MetricNames.TAG_AUTHORITY, list.authority(), MetricNames.TAG_LIST, list.list());
    return List.of(
        gauge(
            MetricNames.LIST_AGE,
            "Seconds since the list was last found in force",
            tags,
            i -> seconds(i.freshness(key).age())),
        gauge(
            MetricNames.LIST_AGE_LIMIT,
            "Seconds after which the list is stale",
            tags,
            i -> seconds(i.freshness(key).limit())),
        gauge(
            MetricNames.LIST_STALE,
            "1 while the list is older than it may be or its age is not known, else 0",
            tags,
            i -> i.freshness(key).isFresh() ? 0 : 1),
        gauge(
            MetricNames.LIST_LOADED_AT,
            "When the list was last found in force, in seconds since 1970",
            tags,
            i -> known(i, key, manifest -> seconds(manifest.loadedAt()))),
        gauge(
            MetricNames.LIST_PUBLISHED_AT,
            "The date of the publication in force, in seconds since 1970",
            tags,
            i -> known(i, key, manifest -> published(manifest.source().publishedOn()))),
        gauge(
            MetricNames.LIST_LOADED_ADDRESSES,
            "Addresses of the list in force, derived ones not counted",
            tags,
            i -> known(i, key, ListManifest::addresses)),
        gauge(
            MetricNames.LIST_LOADED_LISTINGS,
            "Listings of the list in force, derived ones counted",
            tags,
            i -> known(i, key, ListMeters::listings)),
        FunctionCounter.builder(
                MetricNames.LIST_REFUSALS,
                index,
                i -> i.manifest(key).map(ListManifest::refusals).orElse(0))
            .description("Publications of the list that were refused, by any process")
            .tags(tags)
            .register(registry));
  }

  private Meter gauge(
      String name, String description, Tags tags, ToDoubleFunction<ManifestIndex> value) {
    return Gauge.builder(name, index, value).description(description).tags(tags).register(registry);
  }

  private static double known(
      ManifestIndex index, String key, ToDoubleFunction<ListManifest> value) {
    Optional<ListManifest> manifest = index.manifest(key);
    return manifest.isPresent() ? value.applyAsDouble(manifest.get()) : Double.NaN;
  }

  private static double listings(ListManifest manifest) {
    return manifest.listings().isPresent() ? manifest.listings().getAsInt() : Double.NaN;
  }

  private static double seconds(Optional<Duration> time) {
    return time.map(known -> known.toMillis() / MILLIS).orElse(Double.POSITIVE_INFINITY);
  }

  private static double seconds(Instant time) {
    return time.toEpochMilli() / MILLIS;
  }

  private static double published(Optional<LocalDate> day) {
    return day.map(known -> seconds(known.atStartOfDay(ZoneOffset.UTC).toInstant()))
        .orElse(Double.NaN);
  }
}
