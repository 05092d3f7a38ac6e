package io.weir.cli;

import io.weir.domain.Alert;
import io.weir.embedded.PlantedHits;
import io.weir.embedded.TopicTally;
import java.util.Optional;

/** Where the transfers of {@code weir demo} come from. */
interface DemoFeed {

  /**
   * Writes transfers until there are no more or it is stopped.
   *
   * @param tally of what was screened until now; what waits is kept short
   */
  void run(TopicTally tally) throws InterruptedException;

  /** Lets {@link #run} return soon; may be called at any time. */
  void stop();

  /** Is told of each alert. */
  void alerted(Alert alert);

  /** How many transfers are safely written. */
  long written();

  /** Whether everything that was there to be written was understood. */
  boolean isClean();

  /** Whether every alert has come that must. */
  boolean isAlerted();

  /** What became of the planted hits; empty when none were. */
  Optional<PlantedHits.Result> planted();
}
