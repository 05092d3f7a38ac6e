package io.weir.runtime;

import io.weir.console.Vitals;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The health of a process that screens and looks back: alive while both are, and ready when
 * screening is, for nobody waits for look-back.
 */
public record SharedVitals(Vitals screening, Vitals lookback) implements Vitals {
  @Override
  public boolean isLive() {
    return screening.isLive() && lookback.isLive();
  }

  @Override
  public boolean isReady() {
    return screening.isReady() && lookback.isLive();
  }

  @Override
  public String state() {
    return screening.state();
  }

  @Override
  public Set<String> troubles() {
    return screening.troubles();
  }

  @Override
  public List<String> details() {
    List<String> details = new ArrayList<>(screening.details());
    if (!lookback.isReady()) {
      details.add("Look-back is " + lookback.state() + ".");
    }
    return details;
  }
}
