package io.weir.bench;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.config.WeirConfig;
import io.weir.metrics.MetricNames;
import io.weir.runtime.Defaults;
import io.weir.runtime.Health;
import io.weir.runtime.LookbackApp;
import io.weir.runtime.Registry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Weir's look-back, as {@code weir run --role lookback} starts it. */
final class LookingBackApp implements BenchApp {
  /** Figures about the closed segments of the index. */
  static final String SEGMENTS = "segments";

  static final String TRANSFERS = "transfers";
  static final String FILTER_BYTES = "filter-bytes";

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Map<String, String> figures = new HashMap<>();
  private final BooleanSupplier screeningIsBehind;
  private @Nullable LookbackApp app;

  /** Alone. */
  LookingBackApp() {
    this(() -> false);
  }

  /**
   * @param screeningIsBehind in the same process
   */
  LookingBackApp(BooleanSupplier screeningIsBehind) {
    this.screeningIsBehind = screeningIsBehind;
  }

  @Override
  public String role() {
    return LookbackApp.ROLE;
  }

  @Override
  public void start(WeirConfig config, Clock clock) throws InterruptedException {
    try {
      LookbackApp started =
          new LookbackApp(
              config,
              Defaults.chains(config.chainsFile()),
              Defaults.policy(config.policyFile()),
              Registry.connectForLookback(config),
              meters,
              new Health(),
              screeningIsBehind,
              clock);
      app = started;
      started.start();
      BenchApp.awaitRunning("Look-back", started.health());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, String> figures() {
    return figures;
  }

  @Override
  public void close() {
    if (app != null) {
      // Its partitions leave the meters when it ends.
      note(SEGMENTS, MetricNames.LOOKBACK_SEGMENTS);
      note(TRANSFERS, MetricNames.LOOKBACK_SEGMENT_TRANSFERS);
      note(FILTER_BYTES, MetricNames.LOOKBACK_INDEX_BYTES);
      app.close();
    }
  }

  private void note(String figure, String meter) {
    Gauge gauge = meters.get(meter).gauge();
    figures.put(figure, Long.toString(Math.round(gauge.value())));
  }
}
