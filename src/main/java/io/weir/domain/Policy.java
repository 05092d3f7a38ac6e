package io.weir.domain;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What to do with a hit: ordered rules, the first that applies wins. */
public record Policy(List<PolicyRule> rules) {
  private static final Comparator<PolicyRule> STRICTEST =
      Comparator.comparing(PolicyRule::action).thenComparing(PolicyRule::severity);

  /** What becomes of a hit that an override allows; no rule of the user's has this name. */
  public static final PolicyRule ALLOWED_BY_OVERRIDE =
      new PolicyRule(
          "allowed-by-override",
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Optional.empty(),
          Severity.LOW,
          Action.MONITOR);

  /**
   * @throws IllegalArgumentException when two rules share a name or one has the reserved name, or
   *     when the last rule does not apply to everything: a hit that no rule knows must not pass
   */
  public Policy {
    rules = List.copyOf(rules);
    Set<String> names = new HashSet<>();
    for (PolicyRule rule : rules) {
      if (!names.add(rule.name())) {
        throw new IllegalArgumentException("Two rules are called " + rule.name());
      }
      if (rule.name().equals(ALLOWED_BY_OVERRIDE.name())) {
        throw new IllegalArgumentException(
            rule.name() + " is what alerts of allowed addresses say; call the rule something else");
      }
    }
    if (rules.isEmpty() || !rules.get(rules.size() - 1).appliesToAll()) {
      throw new IllegalArgumentException(
          "The last rule must apply to everything (no condition), so that no hit passes without a rule");
    }
  }

  /**
   * The rule for one hit; one that an override allows has its own. Who lists the address of an
   * unreadable row is not known: of all rules that could be meant the strictest is taken.
   */
  public PolicyRule ruleFor(Transfer transfer, Hit hit) {
    if (hit.allowedBy().isPresent()) {
      return ALLOWED_BY_OVERRIDE;
    }
    boolean unreadable = hit.listing().authority().equals(Listing.UNREADABLE);
    Optional<PolicyRule> rule =
        unreadable
            ? rules.stream()
                .filter(candidate -> candidate.appliesWhoeverLists(transfer, hit))
                .max(STRICTEST)
            : rules.stream().filter(candidate -> candidate.appliesTo(transfer, hit)).findFirst();
    return rule.orElseThrow(() -> new IllegalStateException("The last rule applies to everything"));
  }

  /**
   * The rule for several hits of one transfer: the one with the strictest action, then severity.
   */
  public PolicyRule strictestFor(Transfer transfer, List<Hit> hits) {
    return hits.stream()
        .map(hit -> ruleFor(transfer, hit))
        .max(STRICTEST)
        .orElseThrow(() -> new IllegalArgumentException("No hits"));
  }
}
