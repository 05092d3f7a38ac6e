package io.weir.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.domain.Freshness.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FreshnessTest {
  private static final Instant NOW = Instant.parse("2025-11-05T00:00:00Z");
  private static final AgeLimits LIMITS =
      new AgeLimits(Duration.ofDays(3), Map.of("UN/CONSOLIDATED", Duration.ofDays(30)));

  private static Freshness aged(String authority, String list, Duration age) {
    return Freshness.of(Samples.manifest(authority, list, NOW.minus(age)), LIMITS, NOW);
  }

  @Test
  void shouldBeFreshUpToTheLimitAndStaleBeyond() {
    assertThat(aged("OFAC", "SDN", Duration.ofDays(3)).isFresh()).isTrue();

    Freshness late = aged("OFAC", "SDN", Duration.ofDays(3).plusMillis(1));
    assertThat(late.state()).isEqualTo(State.STALE);
    assertThat(late.age()).contains(Duration.ofDays(3).plusMillis(1));
    assertThat(late.limit()).contains(Duration.ofDays(3));
  }

  @Test
  void shouldGoByTheLimitOfTheListItself() {
    assertThat(aged("UN", "CONSOLIDATED", Duration.ofDays(29)).isFresh()).isTrue();
    assertThat(aged("UN", "OTHER", Duration.ofDays(29)).state()).isEqualTo(State.STALE);
  }

  @Test
  void shouldNotLetTheUsersOwnOverridesGrowOld() {
    Freshness own = aged("OWN", "OVERRIDES", Duration.ofDays(4000));

    assertThat(own.isFresh()).isTrue();
    assertThat(own.limit()).isEmpty();
    assertThat(aged("OWN", "WATCHLIST", Duration.ofDays(4)).state()).isEqualTo(State.STALE);
  }

  @Test
  void shouldNotKnowTheAgeOfAListThatWasLoadedInTheFuture() {
    Freshness ahead = aged("OFAC", "SDN", Duration.ofHours(-1).minusMillis(1));

    assertThat(ahead.state()).isEqualTo(State.UNKNOWN);
    assertThat(ahead.age()).isEmpty();
  }

  @Test
  void shouldTakeALittleDifferenceOfClocksForNoAge() {
    Freshness ahead = aged("OFAC", "SDN", Duration.ofHours(-1));

    assertThat(ahead.isFresh()).isTrue();
    assertThat(ahead.age()).contains(Duration.ZERO);
  }

  @Test
  void shouldNameTheListOfAManifestThatCannotBeRead() {
    Freshness unknown = Freshness.unknown("OFAC/SDN", LIMITS);

    assertThat(unknown.authority()).isEqualTo("OFAC");
    assertThat(unknown.list()).isEqualTo("SDN");
    assertThat(unknown.state()).isEqualTo(State.UNKNOWN);
    assertThat(Freshness.unknown("odd", LIMITS).authority()).isEqualTo("odd");
  }
}
