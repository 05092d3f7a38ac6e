package io.weir.sources;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The sources of a configuration: at most one that is enabled for each list. */
public record ListSources(List<ListSource> all) {
  public ListSources {
    all = List.copyOf(all);
  }

  /** Those that are looked for, in the order of the file. */
  public List<ListSource> enabled() {
    return all.stream().filter(ListSource::enabled).toList();
  }

  /**
   * The source of a list, the enabled one first.
   *
   * @param key the list, as {@code authority/list}
   */
  public Optional<ListSource> find(String key) {
    return all.stream()
        .filter(source -> source.key().equals(key))
        .min(Comparator.comparing(source -> !source.enabled()));
  }

  /** How old each list may be, by {@code authority/list}, where its source says so. */
  public Map<String, Duration> maxAges() {
    Map<String, Duration> ages = new TreeMap<>();
    all.forEach(
        source ->
            find(source.key())
                .flatMap(ListSource::maxAge)
                .ifPresent(age -> ages.put(source.key(), age)));
    return ages;
  }
}
