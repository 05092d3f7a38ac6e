package io.weir.embedded;

import io.weir.domain.Alert;
import io.weir.domain.AlertKind;
import io.weir.domain.Hit;
import io.weir.domain.Outcome;
import java.util.HashSet;
import java.util.Set;

/** What the sample traffic planted, held against the alerts. Safe for several threads. */
public final class PlantedHits {
  private final String run;
  private final Set<String> planted = new HashSet<>();
  private final Set<String> found = new HashSet<>();
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
   * @param flagged transfers that must be flagged
   * @param unscreenable transfers that must be found unscreenable
   * @param missing planted and not found
   * @param unexpected found in this run's transfers and not planted
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
    planted.addAll(sample.hitIds());
    flagged += sample.expected() == Outcome.FLAGGED ? 1 : 0;
    unscreenable += sample.expected() == Outcome.UNSCREENABLE ? 1 : 0;
  }

  /** Notes an alert. */
  public synchronized void find(Alert alert) {
    if (alert.kind() != AlertKind.HIT) {
      return;
    }
    boolean ours = run.equals(alert.transfer().attributes().get(SampleTraffic.RUN_ATTRIBUTE));
    for (Hit hit : alert.hits()) {
      if (!ours) {
        elsewhere++;
      } else if (!found.add(hit.hitId())) {
        repeated++;
      }
    }
  }

  public synchronized Result result() {
    Set<String> missing = new HashSet<>(planted);
    missing.removeAll(found);
    Set<String> unexpected = new HashSet<>(found);
    unexpected.removeAll(planted);
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
