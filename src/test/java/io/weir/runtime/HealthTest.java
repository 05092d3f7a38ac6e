package io.weir.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.runtime.Health.State;
import io.weir.runtime.Health.Trouble;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HealthTest {
  private final Health health = new Health();

  @Test
  void shouldBeLiveButNotReadyWhileStarting() {
    assertThat(health.isLive()).isTrue();
    assertThat(health.isReady()).isFalse();
  }

  @Test
  void shouldBeReadyOnlyWhileRunningWithoutTrouble() {
    health.become(State.RUNNING);
    assertThat(health.isReady()).isTrue();

    assertThat(health.note(Trouble.REGISTRY_AWAY, true)).isTrue();
    assertThat(health.isReady()).isFalse();
    assertThat(health.isLive()).isTrue();

    assertThat(health.note(Trouble.REGISTRY_AWAY, false)).isTrue();
    assertThat(health.isReady()).isTrue();
  }

  @Test
  void shouldStayReadyBesideTroublesThatAreTolerated() {
    health.become(State.RUNNING);
    health.tolerate(EnumSet.of(Trouble.LIST_STALE));

    health.note(Trouble.LIST_STALE, true);
    assertThat(health.isReady()).isTrue();
    assertThat(health.troubles()).containsExactly(Trouble.LIST_STALE);

    health.note(Trouble.REGISTRY_AWAY, true);
    assertThat(health.isReady()).isFalse();
  }

  @Test
  void shouldTellATroubleAsNewsOnce() {
    assertThat(health.note(Trouble.REGISTRY_AWAY, true)).isTrue();
    assertThat(health.note(Trouble.REGISTRY_AWAY, true)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void shouldNeverLeaveAnEnd(State next) {
    health.become(State.FAILED);

    assertThat(health.become(next)).isFalse();
    assertThat(health.state()).isEqualTo(State.FAILED);
    assertThat(health.isLive()).isFalse();
  }

  @Test
  void shouldNotRunAgainWhileStopping() {
    health.become(State.RUNNING);
    health.become(State.STOPPING);

    assertThat(health.become(State.RUNNING)).isFalse();
    assertThat(health.become(State.STOPPED)).isTrue();
  }

  @Test
  void shouldSayWhereItStandsWhenAStateDoesNotComeInTime() {
    assertThatThrownBy(() -> health.await(EnumSet.of(State.RUNNING), Duration.ofMillis(1)))
        .isInstanceOf(TimeoutException.class)
        .hasMessageContaining("STARTING");
  }
}
