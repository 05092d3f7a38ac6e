package io.weir.lookback;

import io.weir.address.AddressKey;
import io.weir.domain.Leg;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A transfer that has passed screening, as look-back sees it.
 *
 * @param offset on the screened topic
 * @param time when it was screened, epoch milliseconds
 * @param dropped whether this record says that its chain dropped it
 * @param legs those that could be read
 */
record Passed(
    long offset, long time, String transferId, boolean dropped, List<Leg> legs, Verdict verdict) {
  Passed {
    legs = List.copyOf(legs);
  }

  /** The keys of its legs, each once. */
  Set<AddressKey> keys() {
    Set<AddressKey> keys = new LinkedHashSet<>();
    legs.forEach(leg -> keys.add(leg.address().key()));
    return keys;
  }
}
