package io.weir.domain;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How long ago each list may have been found in force before it counts as stale.
 *
 * @param general for every list that has no limit of its own
 * @param own by {@code authority/list}
 */
public record AgeLimits(Duration general, Map<String, Duration> own) {
  public AgeLimits {
    own = Map.copyOf(own);
  }

  /** One limit for all lists. */
  public static AgeLimits same(Duration general) {
    return new AgeLimits(general, Map.of());
  }

  /**
   * The limit of a list; empty for the user's own overrides, which change when somebody decides.
   */
  Optional<Duration> of(String authority, String list) {
    if (authority.equals(ListOverride.AUTHORITY) && list.equals(ListOverride.LIST)) {
      return Optional.empty();
    }
    return Optional.of(own.getOrDefault(authority + "/" + list, general));
  }
}
