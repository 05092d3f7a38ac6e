package io.weir.runtime;

import io.micrometer.core.instrument.MeterRegistry;
import io.weir.console.Vitals;
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
    HealthGauges.show(registry, ScreeningApp.ROLE, app::health);
  }
}
