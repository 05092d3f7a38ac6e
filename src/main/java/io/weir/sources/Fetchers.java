package io.weir.sources;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A fetcher for each way that sources are reached by. */
public final class Fetchers {
  private final Map<Optional<ProxyRoute>, Fetcher> fetchers = new ConcurrentHashMap<>();
  private final Function<Optional<ProxyRoute>, Fetcher> making;

  /**
   * @param making a fetcher for a source's own route; empty for what holds in general
   */
  public Fetchers(Function<Optional<ProxyRoute>, Fetcher> making) {
    this.making = making;
  }

  Fetcher of(ListSource source) {
    return fetchers.computeIfAbsent(source.route(), making);
  }
}
