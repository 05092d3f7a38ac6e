package io.weir.lookback;

import io.weir.domain.AlertKind;
import io.weir.domain.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is found about one transfer: hits of one kind and one change share an alert. */
final class Findings {
  private record Occasion(AlertKind kind, long position) {}

  private final Map<Occasion, List<Hit>> hits = new LinkedHashMap<>();
  private final int episode;

  /**
   * @param episode how often look-back saw the transfer dropped before
   */
  Findings(int episode) {
    this.episode = episode;
  }

  void add(AlertKind kind, long position, Hit hit) {
    hits.computeIfAbsent(new Occasion(kind, position), unused -> new ArrayList<>()).add(hit);
  }

  List<Finding> list() {
    List<Finding> findings = new ArrayList<>();
    hits.forEach(
        (occasion, those) ->
            findings.add(
                new Finding(
                    occasion.kind(),
                    occasion.position(),
                    episode,
                    those.stream().sorted(Comparator.comparing(Hit::hitId)).toList())));
    return findings;
  }
}
