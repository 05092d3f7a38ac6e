package io.weir.runtime;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.console.Vitals;
import io.weir.metrics.MetricNames;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The application's health, as HTTP and the meters show it. */
public record HealthVitals(ScreeningApp app) implements Vitals {
  @Override
  public boolean isLive() {
    return app.health().isLive();
  }

  @Override
  public boolean isReady() {
    return app.health().isReady();
  }

  @Override
  public String state() {
    return app.health().state().name();
  }

  @Override
  public Set<String> troubles() {
    return app.health().troubles().stream().map(Enum::name).collect(Collectors.toSet());
  }

  @Override
  public List<String> details() {
    return app.listWatch().sentences();
  }

  /** Shows state and registry as gauges from now on. */
  public void watch(MeterRegistry registry) {
    for (Health.State state : Health.State.values()) {
      Gauge.builder(MetricNames.HEALTH_STATE, app, a -> a.health().state() == state ? 1 : 0)
          .description("1 for the state the process is in, 0 for all others")
          .tag(MetricNames.TAG_STATE, state.name())
          .register(registry);
    }
    Gauge.builder(
            MetricNames.REGISTRY_ANSWERS,
            app,
            a -> a.health().troubles().contains(Health.Trouble.REGISTRY_AWAY) ? 0 : 1)
        .description("1 while the schema registry answers, 0 while Weir waits for it")
        .register(registry);
  }
}
