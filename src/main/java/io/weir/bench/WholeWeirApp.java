package io.weir.bench;

import io.weir.config.WeirConfig;
import java.time.Clock;

/** Weir's screening and its look-back in one process, as {@code weir run} starts them. */
final class WholeWeirApp implements BenchApp {
  private final WeirApp screening = new WeirApp();
  private final LookingBackApp lookback = new LookingBackApp(screening::isBehind);

  @Override
  public String role() {
    return screening.role();
  }

  @Override
  public void start(WeirConfig config, Clock clock) throws InterruptedException {
    screening.start(config, clock);
    lookback.start(config, clock);
  }

  @Override
  public void close() {
    try (screening) {
      lookback.close();
    }
  }
}
