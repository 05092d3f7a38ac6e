package io.weir.cli;

import io.weir.console.Vitals;
import io.weir.sources.ListSource;
import io.weir.sources.SyncResult;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The health of a process that looks for lists: good when every last look ended well. */
final class SyncVitals implements Vitals {
  private final Set<String> waited = ConcurrentHashMap.newKeySet();
  private final Map<String, SyncResult> failed = new ConcurrentHashMap<>();

  SyncVitals(Collection<ListSource> sources) {
    sources.forEach(source -> waited.add(source.key()));
  }

  /** Takes in a look. */
  void saw(SyncResult result) {
    String list = result.source().key();
    if (result.outcome().isGood()) {
      failed.remove(list);
    } else {
      failed.put(list, result);
    }
    waited.remove(list);
  }

  /** A fault ends the process by itself. */
  @Override
  public boolean isLive() {
    return true;
  }

  @Override
  public boolean isReady() {
    return waited.isEmpty() && failed.isEmpty();
  }

  @Override
  public String state() {
    return waited.isEmpty() ? "WATCHING" : "STARTING";
  }

  @Override
  public Set<String> troubles() {
    return failed.values().stream()
        .map(result -> result.source().key() + ":" + result.outcome())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public List<String> details() {
    return failed.values().stream().flatMap(result -> result.message().stream()).sorted().toList();
  }
}
