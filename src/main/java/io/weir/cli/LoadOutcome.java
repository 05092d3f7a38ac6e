package io.weir.cli;

import io.weir.lists.ListRefused;
import io.weir.publish.ListLoad;
import java.util.Optional;

/**
 * How a load ended.
 *
 * @param refusal why it was refused
 * @param suspicion why it would have been refused as a whole, when its additions alone were taken
 * @param published whether it took effect
 */
record LoadOutcome(
    ListLoad load,
    Optional<ListRefused> refusal,
    Optional<ListRefused> suspicion,
    boolean published) {

  LoadOutcome asPublished() {
    return new LoadOutcome(load, refusal, suspicion, true);
  }

  ExitCode code() {
    return refusal.isPresent() ? ExitCode.INPUT_REFUSED : ExitCode.OK;
  }
}
