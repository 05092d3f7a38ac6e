package io.weir.audit;

import java.util.List;
import java.util.Map;

/**
 * What an audit found.
 *
 * @param counts what was examined, by name, in a fixed order
 * @param differences how many there are of each kind; a kind without any is absent
 * @param first the first of them, as many as were asked for
 */
public record AuditReport(
    Map<String, Long> counts, Map<Difference.Kind, Long> differences, List<Difference> first) {

  /** Whether everything is as it should be. */
  public boolean holds() {
    return differences.isEmpty();
  }
}
