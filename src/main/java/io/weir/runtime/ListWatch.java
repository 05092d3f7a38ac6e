package io.weir.runtime;

import io.weir.domain.Freshness;
import io.weir.domain.Freshness.State;
import io.weir.runtime.Health.Trouble;
import io.weir.screening.ManifestIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the age of the lists. Time alone makes a list stale, so it is judged whenever somebody
 * asks for the health; each list is logged when its judgement changes.
 */
final class ListWatch {
  private static final Logger LOG = LoggerFactory.getLogger(ListWatch.class);

  private final ManifestIndex manifests;
  private final Health health;
  private final Map<String, State> told = new HashMap<>();

  ListWatch(ManifestIndex manifests, Health health) {
    this.manifests = manifests;
    this.health = health;
  }

  /** Judges every list, and tells health and log. */
  synchronized void look() {
    List<Freshness> lists = manifests.freshness();
    health.note(Trouble.LIST_STALE, isAny(lists, State.STALE));
    health.note(Trouble.LIST_AGE_UNKNOWN, isAny(lists, State.UNKNOWN));
    lists.forEach(this::tell);
    told.keySet().retainAll(lists.stream().map(ListWatch::name).toList());
  }

  private void tell(Freshness list) {
    State before = told.put(name(list), list.state());
    if (before == list.state() || (before == null && list.isFresh())) {
      return;
    }
    if (list.isFresh()) {
      LOG.info("{}", FreshnessWords.sentence(list));
    } else {
      LOG.warn("{}", FreshnessWords.sentence(list));
    }
  }

  /** What is wrong with the lists that are not fresh, and what to do. */
  List<String> sentences() {
    return manifests.freshness().stream()
        .filter(list -> !list.isFresh())
        .map(FreshnessWords::sentence)
        .toList();
  }

  private static boolean isAny(List<Freshness> lists, State state) {
    return lists.stream().anyMatch(list -> list.state() == state);
  }

  private static String name(Freshness list) {
    return list.authority() + "/" + list.list();
  }
}
