package io.weir.domain;

import io.weir.address.Address;
import io.weir.address.AddressKey;
import io.weir.address.Addresses;
import io.weir.address.Chain;
import io.weir.address.Chains;
import io.weir.address.NotAnAddress;
import io.weir.address.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The legs of a transfer, and what stands in the way of screening all of it.
 *
 * @param legs those that could be read
 * @param problem the first thing that could not; empty when the legs are complete
 */
public record Legs(List<Leg> legs, Optional<Unscreenable> problem) {

  /** Longest transfer id, in characters: ids go into headers, keys and hashes. */
  public static final int MAX_TRANSFER_ID = 1024;

  public Legs {
    legs = List.copyOf(legs);
  }

  /** Reads the parties' addresses on the transfer's chain. */
  public static Legs of(Parties parties, Chains chains) {
    if (parties.transferId().isEmpty() || parties.transferId().length() > MAX_TRANSFER_ID) {
      return unscreenable(
          Unscreenable.Reason.BAD_TRANSFER_ID,
          "transfer_id has "
              + parties.transferId().length()
              + " characters; 1 to "
              + MAX_TRANSFER_ID
              + " are allowed");
    }
    Optional<Chain> chain = chains.find(parties.chain());
    if (chain.isEmpty()) {
      return unscreenable(
          Unscreenable.Reason.UNKNOWN_CHAIN,
          "Chain '" + Texts.brief(parties.chain()) + "' is not declared in the chains file");
    }
    return of(parties.named(), chain.get());
  }

  private static Legs of(List<Parties.NamedAddress> named, Chain chain) {
    List<Leg> legs = new ArrayList<>(named.size());
    Optional<Unscreenable> problem = Optional.empty();
    boolean someone = false;
    for (Parties.NamedAddress party : named) {
      someone |= party.role() != Role.ASSET_CONTRACT;
      Reading reading = Addresses.read(chain, party.address());
      if (reading instanceof Address address) {
        legs.add(new Leg(party.role(), address));
      } else if (party.role() == Role.ASSET_CONTRACT) {
        // Not every asset id is an address (IBC denominations, TRC-10 numbers): compared as text.
        asText(party.address()).ifPresent(text -> legs.add(new Leg(Role.ASSET_CONTRACT, text)));
      } else if (reading instanceof NotAnAddress not && problem.isEmpty()) {
        problem = Optional.of(badAddress(party, not, chain));
      }
    }
    if (!someone) {
      return new Legs(
          legs,
          Optional.of(
              new Unscreenable(
                  Unscreenable.Reason.NO_PARTY,
                  "The transfer names neither sender nor receiver nor initiator")));
    }
    return new Legs(legs, problem);
  }

  private static Optional<Address> asText(String assetId) {
    String text = assetId.strip();
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(new Address(text, AddressKey.text(text), "text", Optional.empty()));
  }

  private static Unscreenable badAddress(
      Parties.NamedAddress party, NotAnAddress not, Chain chain) {
    return new Unscreenable(
        Unscreenable.Reason.BAD_ADDRESS,
        party.role()
            + " '"
            + Texts.brief(party.address())
            + "' is not an address of "
            + chain.id()
            + ": "
            + not.reason()
            + ", "
            + not.detail());
  }

  private static Legs unscreenable(Unscreenable.Reason reason, String detail) {
    return new Legs(List.of(), Optional.of(new Unscreenable(reason, detail)));
  }
}
