package io.weir.cli;

import static io.weir.cli.CommandFixture.weir;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.console.HealthServer;
import io.weir.console.Vitals;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HealthCommandTest {
  private static final String LOOPBACK = "127.0.0.1";

  /** A process in one state. */
  private record Fixed(
      boolean isLive, boolean isReady, String state, Set<String> troubles, List<String> details)
      implements Vitals {}

  private static final Vitals READY = new Fixed(true, true, "RUNNING", Set.of(), List.of());
  private static final Vitals STALE =
      new Fixed(
          true,
          false,
          "RUNNING",
          Set.of("LIST_STALE"),
          List.of("OFAC/SDN was last found in force 4 d ago"));

  @Test
  void shouldSucceedWhenReady() {
    try (HealthServer server = serve(READY)) {
      CommandFixture health = weir("health", "--url", url(server));

      assertThat(health).isEqualTo(new CommandFixture(0, line("RUNNING"), ""));
    }
  }

  @Test
  void shouldFailAndNameTheTroubleWhenNotReady() {
    try (HealthServer server = serve(STALE)) {
      CommandFixture health = weir("health", "--url", url(server));

      assertThat(health)
          .isEqualTo(
              new CommandFixture(
                  13, "", line("RUNNING LIST_STALE\nOFAC/SDN was last found in force 4 d ago")));
    }
  }

  @Test
  void shouldSucceedWhenAskedForLifeAlone() {
    try (HealthServer server = serve(STALE)) {
      assertThat(weir("health", "--live", "--url", url(server)).exitCode()).isZero();
    }
  }

  @Test
  void shouldAskWhereTheConfigurationListens() {
    try (HealthServer server = serve(READY)) {
      CommandFixture health =
          weir(
              "health",
              "--set",
              "weir.http.host=0.0.0.0",
              "--set",
              "weir.http.port=" + server.port());

      assertThat(health.err()).isEmpty();
      assertThat(health.exitCode()).isZero();
    }
  }

  @Test
  void shouldFailWhenNothingAnswers() {
    CommandFixture health = weir("health", "--url", "http://" + LOOPBACK + ":1");

    assertThat(health.exitCode()).isEqualTo(13);
    assertThat(health.err().lines())
        .singleElement()
        .asString()
        .startsWith("No Weir answers at http://127.0.0.1:1/health/ready");
  }

  @Test
  void shouldAskForAUrlWhenThePortIsNotKnown() {
    assertThat(weir("health", "--set", "weir.http.port=0").err()).contains("--url");
    assertThat(weir("health", "--set", "weir.http.port=0").exitCode()).isEqualTo(2);
    assertThat(weir("health", "--url", "localhost").exitCode()).isEqualTo(2);
  }

  private static HealthServer serve(Vitals vitals) {
    return HealthServer.start(LOOPBACK, 0, vitals, () -> "");
  }

  private static String url(HealthServer server) {
    return "http://" + LOOPBACK + ":" + server.port();
  }

  private static String line(String text) {
    return text + System.lineSeparator();
  }
}
