package io.weir.domain;

import io.weir.address.Address;
import io.weir.address.AddressKey;
import io.weir.address.Addresses;
import io.weir.domain.ListOverride.Effect;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Transfers and listings to test with, made of public facts. */
public final class Samples {
  /** The first Ethereum address that OFAC listed under Lazarus Group (uid 27307). */
  public static final String RONIN_EXPLOITER = "0x098B716B8Aaf21512996dC57EB0615e2383E2f96";

  /** An address of nobody in particular. */
  public static final String SOMEBODY = "0x00000000219ab540356cBB839Cbe05303d7705Fa";

  public static final String SOMEBODY_ELSE = "0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2";

  private Samples() {}

  public static AddressKey roninKey() {
    return AddressKey.parse(
        "account:" + RONIN_EXPLOITER.substring(2).toLowerCase(java.util.Locale.ROOT));
  }

  public static Listing lazarus() {
    return lazarus(roninKey(), RONIN_EXPLOITER);
  }

  public static Listing lazarus(AddressKey key, String address) {
    return listing("OFAC", "27307", "LAZARUS GROUP", key, address);
  }

  public static Listing listing(
      String authority, String entryId, String name, AddressKey key, String address) {
    return new Listing(
        Ids.listing(authority, "SDN", entryId, key),
        authority,
        "SDN",
        entryId,
        name,
        List.of("DPRK3"),
        address,
        "ETH",
        Optional.of(LocalDate.of(2022, 4, 14)),
        new Source("sdn.xml", "00".repeat(32), Optional.of(LocalDate.of(2025, 11, 4))),
        Optional.empty(),
        List.of("HIDDEN COBRA"),
        Optional.empty(),
        Optional.empty());
  }

  /** The manifest of a list that was last found in force at a time. */
  public static ListManifest manifest(String authority, String list, Instant loadedAt) {
    return new ListManifest(
        authority,
        list,
        new Source("sdn.xml", "00".repeat(32), Optional.of(LocalDate.of(2025, 11, 4))),
        loadedAt,
        94,
        961,
        53,
        2,
        1,
        List.of(),
        OptionalInt.of(1100),
        Retrieval.ofFile("test"),
        Optional.empty(),
        7,
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty());
  }

  /** A decision of the user's own, of Jane Doe's. */
  public static ListOverride override(Effect effect, Optional<LocalDate> last, String authority) {
    return new ListOverride(
        effect,
        "Letter of 2 November",
        "Jane Doe",
        last,
        Optional.of(authority).filter(name -> !name.isEmpty()));
  }

  /** The listing that stands for a decision of the user's own about an address. */
  public static Listing own(String address, ListOverride override) {
    Address about = (Address) Addresses.readAnyChain(address);
    String entry = Ids.override(override.effect(), about);
    return new Listing(
        Ids.listing(ListOverride.AUTHORITY, ListOverride.LIST, entry, about.key()),
        ListOverride.AUTHORITY,
        ListOverride.LIST,
        entry,
        "By Jane Doe",
        List.of(),
        address,
        "",
        Optional.empty(),
        new Source("overrides.yaml", "11".repeat(32), Optional.empty()),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.of(override));
  }

  /** Ether from one address to another. */
  public static Transfer ether(String id, String from, String to) {
    return ether(id, List.of(Party.of(from)), List.of(Party.of(to)));
  }

  public static Transfer ether(String id, List<Party> from, List<Party> to) {
    return on("eip155:1", id, TransferStatus.CONFIRMED, from, to);
  }

  public static Transfer on(
      String chain, String id, TransferStatus status, List<Party> from, List<Party> to) {
    return new Transfer(
        id,
        chain,
        "0x" + "ab".repeat(32),
        OptionalLong.empty(),
        OptionalLong.of(17_173_049),
        Optional.empty(),
        Instant.parse("2025-11-04T16:00:00Z"),
        Direction.DEPOSIT,
        status,
        from,
        to,
        Optional.empty(),
        new Asset("ETH", Optional.empty(), OptionalInt.of(18)),
        new BigInteger("1500000000000000000"),
        Optional.empty(),
        Optional.of("customer-7"),
        Map.of("desk", "spot"));
  }

  /** The same transfer in another state. */
  public static Transfer withStatus(Transfer transfer, TransferStatus status) {
    return on(
        transfer.chain(), transfer.transferId(), status, transfer.senders(), transfer.receivers());
  }

  /** The same transfer of another asset. */
  public static Transfer withAsset(Transfer transfer, Asset asset) {
    return new Transfer(
        transfer.transferId(),
        transfer.chain(),
        transfer.txHash(),
        transfer.position(),
        transfer.blockNumber(),
        transfer.blockHash(),
        transfer.occurredAt(),
        transfer.direction(),
        transfer.status(),
        transfer.senders(),
        transfer.receivers(),
        transfer.initiator(),
        asset,
        transfer.amount(),
        transfer.valueUsd(),
        transfer.accountRef(),
        transfer.attributes());
  }
}
