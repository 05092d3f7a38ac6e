package io.weir.sources;

import io.weir.config.ProxyText;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The way that requests take: through an HTTP proxy, or straight. Servers on this machine are asked
 * straight in any case.
 *
 * @param proxy empty for straight
 */
public record ProxyRoute(Optional<InetSocketAddress> proxy) {
  private static final Pattern THIS_MACHINE =
      Pattern.compile("localhost|127(\\.\\d+){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

  /** Reads {@code http://HOST:PORT} or {@code none}; empty for any other text. */
  public static Optional<ProxyRoute> parse(String text) {
    return text.equals(ProxyText.NONE)
        ? Optional.of(new ProxyRoute(Optional.empty()))
        : ProxyText.proxy(text).map(uri -> new ProxyRoute(Optional.of(address(uri))));
  }

  /** Unresolved: the client looks the name up when it asks, and then says when it fails. */
  private static InetSocketAddress address(URI uri) {
    return InetSocketAddress.createUnresolved(
        uri.getHost().replaceAll("[\\[\\]]", ""), uri.getPort());
  }

  /** For the JDK's client. */
  public ProxySelector selector() {
    return new Selector(proxy.map(address -> new Proxy(Proxy.Type.HTTP, address)));
  }

  private static final class Selector extends ProxySelector {
    private final Optional<Proxy> proxy;

    private Selector(Optional<Proxy> proxy) {
      this.proxy = proxy;
    }

    @Override
    public List<Proxy> select(URI uri) {
      boolean straight = uri.getHost() != null && THIS_MACHINE.matcher(uri.getHost()).matches();
      return List.of(straight ? Proxy.NO_PROXY : proxy.orElse(Proxy.NO_PROXY));
    }

    /** The failure reaches who asked. */
    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
  }
}
