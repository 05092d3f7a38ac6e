package io.weir.domain;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * One rule of the policy. An empty set restricts nothing; a filled one must hold the hit's value.
 *
 * @param name unique within the policy; it is in the alert
 * @param assets symbols, compared exactly
 * @param minimumUsd least value in US dollars; a transfer of unknown value passes, because not to
 *     know is no reason to be lenient
 */
public record PolicyRule(
    String name,
    Set<String> authorities,
    Set<String> lists,
    Set<String> programs,
    Set<Match> matches,
    Set<Role> roles,
    Set<Direction> directions,
    Set<String> assets,
    Optional<BigDecimal> minimumUsd,
    Severity severity,
    Action action) {

  public PolicyRule {
    authorities = Set.copyOf(authorities);
    lists = Set.copyOf(lists);
    programs = Set.copyOf(programs);
    matches = Set.copyOf(matches);
    roles = Set.copyOf(roles);
    directions = Set.copyOf(directions);
    assets = Set.copyOf(assets);
  }

  /** Whether this rule restricts nothing and so applies to every hit. */
  public boolean appliesToAll() {
    return authorities.isEmpty()
        && lists.isEmpty()
        && programs.isEmpty()
        && matches.isEmpty()
        && roles.isEmpty()
        && directions.isEmpty()
        && assets.isEmpty()
        && minimumUsd.isEmpty();
  }

  /** Whether this rule applies to a hit. */
  boolean appliesTo(Transfer transfer, Hit hit) {
    Listing listing = hit.listing();
    return holds(authorities, listing.authority())
        && holds(lists, listing.list())
        && (programs.isEmpty() || listing.programs().stream().anyMatch(programs::contains))
        && appliesWhoeverLists(transfer, hit);
  }

  /** Whether this rule would apply to the hit if the listing were the one that it asks for. */
  boolean appliesWhoeverLists(Transfer transfer, Hit hit) {
    return holds(matches, hit.match())
        && holds(roles, hit.role())
        && holds(directions, transfer.direction())
        && holds(assets, transfer.asset().symbol())
        && minimumUsd
            .flatMap(least -> transfer.valueUsd().map(value -> value.compareTo(least) >= 0))
            .orElse(true);
  }

  private static <T> boolean holds(Set<T> allowed, T value) {
    return allowed.isEmpty() || allowed.contains(value);
  }
}
