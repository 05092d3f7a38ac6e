package io.weir.embedded;

import io.weir.domain.SanctionedAddress;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Listed addresses that sample traffic can touch, by the ways in which it can write them. */
final class SampleTargets {
  private final Map<ListedSpelling, List<SanctionedAddress>> rows =
      new EnumMap<>(ListedSpelling.class);
  private final List<ListedSpelling> spellings;

  /** A listed address, and how to write it. */
  record Target(ListedSpelling spelling, SanctionedAddress row) {
    String written() {
      return spelling.write(row.key());
    }
  }

  SampleTargets(Collection<SanctionedAddress> list) {
    List<SanctionedAddress> ordered =
        list.stream().sorted((one, other) -> one.key().compareTo(other.key())).toList();
    for (ListedSpelling spelling : ListedSpelling.values()) {
      rows.put(spelling, ordered.stream().filter(spelling::fits).toList());
    }
    this.spellings =
        Arrays.stream(ListedSpelling.values())
            .filter(spelling -> !rows.get(spelling).isEmpty())
            .toList();
  }

  /** Whether nothing in the list is of a known kind. */
  boolean isEmpty() {
    return spellings.isEmpty();
  }

  /** The how manieth to touch: the spellings take turns. */
  Target target(long nth, SplittableRandom random) {
    ListedSpelling spelling = spellings.get((int) (nth % spellings.size()));
    List<SanctionedAddress> fitting = rows.get(spelling);
    return new Target(spelling, fitting.get(random.nextInt(fitting.size())));
  }
}
