package io.weir.lists;

import java.util.List;
import java.util.Map;

/**
 * An entity of FollowTheMoney, as far as it matters to wallets and their holders.
 *
 * @param line it begins on, from 1
 * @param caption the name it is shown by; empty when none
 * @param datasets that it comes from
 * @param lastSeen when it was last seen at its source; empty when unknown
 * @param properties those of {@link FtmLines#PROPERTIES} that it has; of entities they name the ids
 */
record FtmEntity(
    int line,
    String id,
    String schema,
    String caption,
    List<String> datasets,
    String lastSeen,
    Map<String, List<String>> properties) {

  /** All values of some of the properties, in their order. */
  List<String> values(String... names) {
    return List.of(names).stream()
        .flatMap(name -> properties.getOrDefault(name, List.of()).stream())
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  /** Whether one of its topics says that it is sanctioned itself. */
  boolean isSanctioned() {
    // Not sanction.linked, sanction.counter and the like, which are about others.
    return values("topics").contains("sanction");
  }
}
