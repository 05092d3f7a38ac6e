package io.weir.it;

import io.weir.address.AddressKey;
import io.weir.domain.Alert;
import io.weir.domain.AlertKind;
import io.weir.domain.Hit;
import io.weir.domain.Listing;
import io.weir.domain.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Knows what was sent, hears the alerts, and says what is wrong with them. It shares neither code
 * nor ids with what it judges.
 */
final class RaceOracle {

  /** One party of one transfer and one listing of its key: open once, or not at all. */
  record Pair(String transferId, Role role, AddressKey key, String listingId) {}

  /**
   * Something wrong.
   *
   * @param what with the alerts that were heard of the pair, and where
   */
  record Fault(String what, Pair pair) {}

  private record Parties(AddressKey sender, AddressKey receiver) {}

  private static final class Life {
    private final List<String> heard = new ArrayList<>();
    private boolean open;
  }

  private final Map<AddressKey, Set<String>> list = new HashMap<>();
  private final Map<String, Parties> transfers = new LinkedHashMap<>();
  private final Map<Pair, Life> lives = new LinkedHashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private int opened;

  void row(AddressKey key, List<Listing> listings) {
    list.put(key, listings.stream().map(Listing::listingId).collect(Collectors.toSet()));
  }

  void transfer(String id, AddressKey sender, AddressKey receiver) {
    transfers.put(id, new Parties(sender, receiver));
  }

  int transfers() {
    return transfers.size();
  }

  /**
   * Hears an alert, in the order of its partition.
   *
   * @param where its coordinates
   */
  void alert(String where, Alert alert) {
    for (Hit hit : alert.hits()) {
      Pair pair =
          new Pair(alert.transfer().transferId(), hit.role(), hit.key(), hit.listing().listingId());
      Life life = lives.computeIfAbsent(pair, unused -> new Life());
      boolean opens = alert.kind() == AlertKind.HIT || alert.kind() == AlertKind.LOOKBACK;
      life.heard.add(alert.kind() + " at " + where + " for row " + alert.listPosition());
      if (opens && life.open) {
        faults.add(new Fault("opened again while open: " + life.heard, pair));
      } else if (!opens && !life.open) {
        faults.add(new Fault("closed and was not open: " + life.heard, pair));
      }
      life.open = opens;
      opened += opens ? 1 : 0;
    }
  }

  /** What was wrong on the way, what should be open and is not, what is open and should not be. */
  List<Fault> faults() {
    List<Fault> all = new ArrayList<>(faults);
    transfers.forEach(
        (id, parties) -> {
          missed(all, id, Role.SENDER, parties.sender());
          missed(all, id, Role.RECEIVER, parties.receiver());
        });
    lives.forEach(
        (pair, life) -> {
          if (life.open && !isDue(pair)) {
            all.add(new Fault("open and not due: " + life.heard, pair));
          }
        });
    return all;
  }

  /** How often a hit was opened. */
  int opened() {
    return opened;
  }

  /** How many pairs are open. */
  long open() {
    return lives.values().stream().filter(life -> life.open).count();
  }

  private void missed(List<Fault> all, String id, Role role, AddressKey key) {
    for (String listing : list.getOrDefault(key, Set.of())) {
      Pair pair = new Pair(id, role, key, listing);
      Life life = lives.getOrDefault(pair, new Life());
      if (!life.open) {
        all.add(new Fault("due and not open: " + life.heard, pair));
      }
    }
  }

  private boolean isDue(Pair pair) {
    Parties parties = transfers.get(pair.transferId());
    return parties != null
        && pair.key().equals(pair.role() == Role.SENDER ? parties.sender() : parties.receiver())
        && list.getOrDefault(pair.key(), Set.of()).contains(pair.listingId());
  }
}
