package io.weir.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** How an HTTP proxy is written. One that asks for a login is not: the JDK would not send it. */
public final class ProxyText {
  /** For messages. */
  public static final String EXPECTED = "http://HOST:PORT, or none";

  /** For no proxy at all. */
  public static final String NONE = "none";

  private static final int MAX_PORT = 65_535;

  private ProxyText() {}

  public static boolean isProxyOrNone(String text) {
    return text.equals(NONE) || proxy(text).isPresent();
  }

  /** Host and port; empty when the text names no proxy. */
  public static Optional<URI> proxy(String text) {
    try {
      URI uri = new URI(text);
      boolean plain =
          uri.getUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
      return plain
              && "http".equalsIgnoreCase(uri.getScheme())
              && uri.getHost() != null
              && uri.getPort() > 0
              && uri.getPort() <= MAX_PORT
              && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
          ? Optional.of(uri)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
