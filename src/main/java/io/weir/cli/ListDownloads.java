package io.weir.cli;

import io.weir.config.WeirConfig;
import io.weir.lists.ListReader;
import io.weir.sources.FetchLimits;
import io.weir.sources.Fetcher;
import io.weir.sources.ProxyRoute;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/** How commands download lists: as the configuration says. */
final class ListDownloads {
  private static final String PRODUCT = "Weir";

  private ListDownloads() {}

  /**
   * A fetcher.
   *
   * @param own the route of one source; empty for that of the configuration
   */
  static Fetcher fetcher(WeirConfig config, Optional<ProxyRoute> own) {
    Optional<ProxyRoute> route = own.or(() -> config.listsHttpProxy().flatMap(ProxyRoute::parse));
    return new Fetcher(
        route.map(ProxyRoute::selector).orElseGet(ListDownloads::ofThisJava),
        userAgent(),
        FetchLimits.of(
            config.listsHttpStallTimeout(), config.listsHttpTimeout(), ListReader.MAX_BYTES),
        Path.of(System.getProperty("java.io.tmpdir")),
        Clock.systemUTC());
  }

  private static ProxySelector ofThisJava() {
    return Objects.requireNonNullElse(ProxySelector.getDefault(), ProxySelector.of(null));
  }

  /** Only a released version is one that a server can tell from others. */
  private static String userAgent() {
    String version = ListReader.version();
    return version.matches("[0-9A-Za-z.-]+") ? PRODUCT + "/" + version : PRODUCT;
  }
}
