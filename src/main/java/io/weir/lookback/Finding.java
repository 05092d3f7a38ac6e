package io.weir.lookback;

import io.weir.domain.AlertKind;
import io.weir.domain.Hit;
import java.util.List;

/**
 * Hits of one transfer that are to be opened or closed by one alert.
 *
 * @param position of the change of the list that it comes of
 * @param episode how often look-back saw the transfer dropped before
 */
record Finding(AlertKind kind, long position, int episode, List<Hit> hits) {
  Finding {
    hits = List.copyOf(hits);
  }
}
