package io.weir.runtime;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.metrics.MetricNames;
import java.util.function.Supplier;

/** The health of one application of the process, as gauges. */
final class HealthGauges {
  private HealthGauges() {}

  /**
   * Shows state and registry from now on.
   *
   * @param application its role
   */
  static void show(MeterRegistry registry, String application, Supplier<Health> health) {
    for (Health.State state : Health.State.values()) {
      Gauge.builder(MetricNames.HEALTH_STATE, () -> health.get().state() == state ? 1 : 0)
          .description("1 for the state the application is in, 0 for all others")
          .tag(MetricNames.TAG_APPLICATION, application)
          .tag(MetricNames.TAG_STATE, state.name())
          .register(registry);
    }
    Gauge.builder(
            MetricNames.REGISTRY_ANSWERS,
            () -> health.get().troubles().contains(Health.Trouble.REGISTRY_AWAY) ? 0 : 1)
        .description("1 while the schema registry answers, 0 while the application waits for it")
        .tag(MetricNames.TAG_APPLICATION, application)
        .register(registry);
  }
}
