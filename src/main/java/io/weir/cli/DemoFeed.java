package io.weir.cli;

import io.weir.domain.Alert;
import io.weir.embedded.PlantedHits;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Where the transfers of {@code weir demo} come from. */
interface DemoFeed {

  /**
   * Writes transfers until there are no more or it is stopped.
   *
   * @param screened how many transfers were screened until now; what waits is kept short
   */
  void run(LongSupplier screened) throws InterruptedException;

  /** Lets {@link #run} return soon; may be called at any time. */
  void stop();

  /** Is told of each alert. */
  void alerted(Alert alert);

  /** How many transfers are safely written. */
  long written();

  /** Whether everything that was there to be written was understood. */
  boolean isClean();

  /** What became of the planted hits; empty when none were. */
  Optional<PlantedHits.Result> planted();
}
