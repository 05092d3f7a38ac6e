package io.weir.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HealthServerTest {
  private record Fixed(
      boolean isLive, boolean isReady, String state, Set<String> troubles, List<String> details)
      implements Vitals {}

  private static HttpResponse<String> get(int port, String path)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void shouldTellTheTruthAboutState() throws Exception {
    Vitals vitals =
        new Fixed(true, false, "RUNNING", Set.of("LIST_STALE", "REGISTRY_AWAY"), List.of("A", "B"));
    try (HealthServer server = HealthServer.start("127.0.0.1", 0, vitals, () -> "weir_x 1\n")) {
      assertThat(get(server.port(), "/health/live").statusCode()).isEqualTo(200);
      HttpResponse<String> ready = get(server.port(), "/health/ready");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body()).isEqualTo("RUNNING LIST_STALE,REGISTRY_AWAY\nA\nB");
      assertThat(get(server.port(), "/metrics").body()).isEqualTo("weir_x 1\n");
      assertThat(get(server.port(), "/nothing").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void shouldNameTheKeyWhenThePortIsTaken() {
    Vitals vitals = new Fixed(true, true, "RUNNING", Set.of(), List.of());
    try (HealthServer first = HealthServer.start("127.0.0.1", 0, vitals, () -> "")) {
      assertThatThrownBy(
              () -> HealthServer.start("127.0.0.1", first.port(), vitals, () -> "").close())
          .isInstanceOf(HealthServer.CannotListen.class)
          .hasMessageContaining("weir.http.port");
    }
  }
}
