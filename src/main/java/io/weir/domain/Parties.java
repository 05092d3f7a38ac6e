package io.weir.domain;

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
}
