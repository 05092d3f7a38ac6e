package io.weir.embedded;

import io.weir.domain.Outcome;
import io.weir.domain.Transfer;
import java.util.Set;

/**
 * A transfer of the sample traffic, and what screening must make of it.
 *
 * @param hitIds of every hit that it must raise
 */
public record Sample(Transfer transfer, Outcome expected, Set<String> hitIds) {
  public Sample {
    hitIds = Set.copyOf(hitIds);
  }
}
