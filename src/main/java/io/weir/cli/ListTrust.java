package io.weir.cli;

import io.weir.lists.ListGuard;
import io.weir.lists.ListRefused;
import io.weir.publish.ListLoad;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What to do with a publication that is not plausible: to refuse it, unless one of these says. */
final class ListTrust {
  @Option(
      names = "--accept-removals",
      description = "Publish it although it is older, empty, or withdraws much at once.")
  private boolean acceptRemovals;

  @Option(
      names = "--additions-only",
      description = {
        "Publish what it adds and leave the rest of the list in force as it is, also when it is"
            + " older or withdraws much at once."
      })
  private boolean additionsOnly;

  /** What becomes of a load; nothing is published yet. */
  LoadOutcome judge(ListLoad load) {
    Optional<ListRefused> doubt = acceptRemovals ? Optional.empty() : doubt(load);
    boolean adds = doubt.map(ListRefused::reason).map(ListGuard::mayAdd).orElse(true);
    return additionsOnly && adds
        ? new LoadOutcome(load.additionsOnly(), Optional.empty(), doubt, false)
        : new LoadOutcome(load, doubt, Optional.empty(), false);
  }

  private static Optional<ListRefused> doubt(ListLoad load) {
    try {
      load.requirePlausible();
      return Optional.empty();
    } catch (ListRefused e) {
      return Optional.of(e);
    }
  }
}
