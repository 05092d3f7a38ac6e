package io.weir.domain;

import static io.weir.domain.Role.ASSET_CONTRACT;
import static io.weir.domain.Role.INITIATOR;
import static io.weir.domain.Role.RECEIVER;
import static io.weir.domain.Role.SENDER;

import java.util.ArrayList;
import java.util.List;

/**
 * What screening reads of a transfer: who takes part, and nothing else.
 *
 * @param chain as the transfer names it
 * @param dropped whether its status is {@link TransferStatus#DROPPED}
 * @param named every address with its role, in the order of the record
 */
public record Parties(String transferId, String chain, boolean dropped, List<NamedAddress> named) {

  /** An address as the transfer writes it, and what it is there. */
  public record NamedAddress(Role role, String address) {}

  public Parties {
    named = List.copyOf(named);
  }

  /** The parties of a transfer that was read whole. */
  public static Parties of(Transfer transfer) {
    List<NamedAddress> named = new ArrayList<>();
    transfer.senders().forEach(party -> named.add(new NamedAddress(SENDER, party.address())));
    transfer.receivers().forEach(party -> named.add(new NamedAddress(RECEIVER, party.address())));
    transfer.initiator().ifPresent(address -> named.add(new NamedAddress(INITIATOR, address)));
    transfer
        .asset()
        .contract()
        .ifPresent(address -> named.add(new NamedAddress(ASSET_CONTRACT, address)));
    return new Parties(
        transfer.transferId(),
        transfer.chain(),
        transfer.status() == TransferStatus.DROPPED,
        named);
  }
}
