package io.weir.address;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The declared chains, found by id or by name. A chain that is not declared cannot be screened. */
public final class Chains {
  private final List<Chain> chains;
  private final Map<String, Chain> byIdOrName = new HashMap<>();

  /**
   * @throws IllegalArgumentException when two chains share an id or a name
   */
  public Chains(Collection<Chain> chains) {
    this.chains = List.copyOf(chains);
    for (Chain chain : this.chains) {
      declare(chain.id(), chain);
      chain.names().forEach(name -> declare(name, chain));
    }
  }

  private void declare(String word, Chain chain) {
    Chain before = byIdOrName.putIfAbsent(word, chain);
    if (before != null) {
      throw new IllegalArgumentException(
          "Chain " + chain.id() + " and chain " + before.id() + " are both called " + word);
    }
  }

  /** The chain of this exact id or short name; case counts. */
  public Optional<Chain> find(String idOrName) {
    return Optional.ofNullable(byIdOrName.get(idOrName));
  }

  /** All declared chains, in the order of their declaration. */
  public List<Chain> all() {
    return chains;
  }
}
