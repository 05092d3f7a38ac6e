package io.weir.embedded;

import io.weir.domain.Outcome;
import io.weir.domain.Transfer;
import java.util.Set;

/**
 * A transfer of the sample traffic, and what Weir must make of it.
 *
 * @param expected what screening must make of it
 * @param hitIds of every hit that screening must raise
 * @param laterHitIds of every hit that look-back must raise when the address is designated
 */
public record Sample(
    Transfer transfer, Outcome expected, Set<String> hitIds, Set<String> laterHitIds) {
  public Sample {
    hitIds = Set.copyOf(hitIds);
    laterHitIds = Set.copyOf(laterHitIds);
  }
}
