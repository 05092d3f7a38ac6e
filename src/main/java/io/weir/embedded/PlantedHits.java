package io.weir.embedded;

import io.weir.domain.Alert;
import io.weir.domain.AlertKind;
import io.weir.domain.Hit;
import io.weir.domain.Outcome;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the sample traffic planted, held against the alerts: which hits, and whether screening or
 * look-back had to raise them. Safe for several threads.
 */
public final class PlantedHits {
  private final String run;
  private final Map<String, AlertKind> planted = new HashMap<>();
  private final Set<String> later = new HashSet<>();
  private final Map<String, AlertKind> found = new HashMap<>();
  private int early;
  private long flagged;
  private long unscreenable;
  private long repeated;
  private long elsewhere;

  PlantedHits(String run) {
    this.run = run;
  }

  /**
   * The comparison.
   *
   * @param planted hits that must be found
   * @param flagged transfers that screening must flag
   * @param unscreenable transfers that must be found unscreenable
   * @param missing planted and not found, or not by the one who had to
   * @param unexpected found in this run's transfers and not planted, or not for the one who did
   * @param repeated found more than once
   * @param elsewhere found in transfers that are not this run's
   */
  public record Result(
      long planted,
      long flagged,
      long unscreenable,
      long found,
      long missing,
      long unexpected,
      long repeated,
      long elsewhere) {}

  /** Notes a transfer; before it is sent, for its alert may come at once. */
  synchronized void plant(Sample sample) {
    sample.hitIds().forEach(id -> planted.put(id, AlertKind.HIT));
    later.addAll(sample.laterHitIds());
    early += sample.laterHitIds().isEmpty() ? 0 : 1;
    flagged += sample.expected() == Outcome.FLAGGED ? 1 : 0;
    unscreenable += sample.expected() == Outcome.UNSCREENABLE ? 1 : 0;
  }

  /**
   * Notes that what was planted for look-back is designated now; before it is published.
   *
   * @return how many transfers that is about
   */
  synchronized int designate() {
    int transfers = early;
    early = 0;
    later.forEach(id -> planted.put(id, AlertKind.LOOKBACK));
    later.clear();
    return transfers;
  }

  /** Notes an alert. */
  public void find(Alert alert) {
    find(
        alert.transfer().attributes().getOrDefault(SampleTraffic.RUN_ATTRIBUTE, ""),
        alert.kind(),
        alert.hits().stream().map(Hit::hitId).toList());
  }

  synchronized void find(String ofRun, AlertKind kind, Collection<String> hitIds) {
    for (String id : hitIds) {
      if (!ofRun.equals(run)) {
        elsewhere++;
      } else if (found.putIfAbsent(id, kind) != null) {
        repeated++;
      }
    }
  }

  /** Whether nothing planted is missing. */
  public synchronized boolean areFound() {
    return found.entrySet().containsAll(planted.entrySet());
  }

  public synchronized Result result() {
    Set<Map.Entry<String, AlertKind>> missing = new HashSet<>(planted.entrySet());
    missing.removeAll(found.entrySet());
    Set<Map.Entry<String, AlertKind>> unexpected = new HashSet<>(found.entrySet());
    unexpected.removeAll(planted.entrySet());
    return new Result(
        planted.size(),
        flagged,
        unscreenable,
        found.size(),
        missing.size(),
        unexpected.size(),
        repeated,
        elsewhere);
  }
}
