package io.weir.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.metrics.MetricNames;
import org.junit.jupiter.api.Test;

class HealthGaugesTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Health screening = new Health();
  private final Health lookback = new Health();

  @Test
  void shouldShowEachApplicationOfAProcess() {
    HealthGauges.show(registry, ScreeningApp.ROLE, () -> screening);
    HealthGauges.show(registry, LookbackApp.ROLE, () -> lookback);

    screening.become(Health.State.RUNNING);
    lookback.note(Health.Trouble.REGISTRY_AWAY, true);

    assertThat(state(ScreeningApp.ROLE, Health.State.RUNNING)).isOne();
    assertThat(state(ScreeningApp.ROLE, Health.State.STARTING)).isZero();
    assertThat(state(LookbackApp.ROLE, Health.State.STARTING)).isOne();
    assertThat(registryAnswers(ScreeningApp.ROLE)).isOne();
    assertThat(registryAnswers(LookbackApp.ROLE)).isZero();
  }

  private double state(String application, Health.State state) {
    return registry
        .get(MetricNames.HEALTH_STATE)
        .tag(MetricNames.TAG_APPLICATION, application)
        .tag(MetricNames.TAG_STATE, state.name())
        .gauge()
        .value();
  }

  private double registryAnswers(String application) {
    return registry
        .get(MetricNames.REGISTRY_ANSWERS)
        .tag(MetricNames.TAG_APPLICATION, application)
        .gauge()
        .value();
  }
}
