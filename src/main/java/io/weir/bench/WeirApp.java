package io.weir.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.config.WeirConfig;
import io.weir.runtime.Defaults;
import io.weir.runtime.Health;
import io.weir.runtime.Registry;
import io.weir.runtime.ScreeningApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Weir's screening, as {@code weir run} starts it. */
final class WeirApp implements BenchApp {
  private @Nullable ScreeningApp app;

  @Override
  public String role() {
    return ScreeningApp.ROLE;
  }

  @Override
  public void start(WeirConfig config, Clock clock) throws InterruptedException {
    try {
      ScreeningApp started =
          new ScreeningApp(
              config,
              Defaults.chains(config.chainsFile()),
              Defaults.policy(config.policyFile()),
              Defaults.ageLimits(config),
              Registry.connectForScreening(config),
              new SimpleMeterRegistry(),
              new Health(),
              clock);
      app = started;
      started.start();
      BenchApp.awaitRunning("Weir", started.health());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isBehind() {
    return app != null && app.isBehind();
  }

  @Override
  public void close() {
    if (app != null) {
      app.close();
    }
  }
}
