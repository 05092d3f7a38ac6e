package io.weir.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyRouteTest {
  private static final Proxy PROXY =
      new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.example", 3128));

  private static List<Proxy> route(String text, String url) {
    return ProxyRoute.parse(text).orElseThrow().selector().select(URI.create(url));
  }

  @Test
  void shouldGoThroughTheProxy() {
    assertThat(route("http://proxy.example:3128", "https://lists.example/a"))
        .containsExactly(PROXY);
    assertThat(route("http://proxy.example:3128/", "http://lists.example/a"))
        .containsExactly(PROXY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:1/", "http://127.0.0.1:1/", "http://[::1]:1/"})
  void shouldAskThisMachineStraight(String url) {
    assertThat(route("http://proxy.example:3128", url)).containsExactly(Proxy.NO_PROXY);
  }

  @Test
  void shouldAskStraightWhenToldTo() {
    assertThat(route("none", "https://lists.example/a")).containsExactly(Proxy.NO_PROXY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "proxy.example:3128",
        "http://proxy.example",
        "http://user:s3cret@proxy.example:3128",
        "https://proxy.example:3128",
        "socks5://proxy.example:3128",
        "http://proxy.example:99999"
      })
  void shouldReadNothingElse(String text) {
    assertThat(ProxyRoute.parse(text)).isEmpty();
  }
}
