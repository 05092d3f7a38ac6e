package io.weir.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A transfer cut down to what its hits need, when the whole is too large for an alert. */
final class Abridged {
  /** Longest text that is kept, in characters; addresses and hashes are far shorter. */
  private static final int MAX_TEXT = 512;

  private Abridged() {}

  /**
   * The same transfer with the parties of these hits alone, no attributes, and no overlong text.
   */
  static Transfer to(List<Hit> hits, Transfer transfer) {
    Set<String> kept = hits.stream().map(Hit::address).collect(Collectors.toSet());
    return new Transfer(
        transfer.transferId(),
        cut(transfer.chain()),
        cut(transfer.txHash()),
        transfer.position(),
        transfer.blockNumber(),
        transfer.blockHash().map(Abridged::cut),
        transfer.occurredAt(),
        transfer.direction(),
        transfer.status(),
        parties(transfer.senders(), kept),
        parties(transfer.receivers(), kept),
        transfer.initiator().map(Abridged::cut),
        new Asset(
            cut(transfer.asset().symbol()),
            transfer.asset().contract().map(Abridged::cut),
            transfer.asset().decimals()),
        transfer.amount(),
        transfer.valueUsd(),
        transfer.accountRef().map(Abridged::cut),
        Map.of());
  }

  /** A hit carries its address trimmed, the transfer as it came. */
  private static List<Party> parties(List<Party> parties, Set<String> kept) {
    return parties.stream()
        .filter(party -> kept.contains(party.address().strip()))
        .map(party -> new Party(party.address().strip(), party.amount()))
        .distinct()
        .toList();
  }

  private static String cut(String text) {
    return Texts.cut(text, MAX_TEXT);
  }
}
