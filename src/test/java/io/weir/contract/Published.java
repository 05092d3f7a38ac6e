package io.weir.contract;

import io.weir.address.AddressKey;
import io.weir.domain.Action;
import io.weir.domain.Alert;
import io.weir.domain.AlertKind;
import io.weir.domain.Asset;
import io.weir.domain.Direction;
import io.weir.domain.Hit;
import io.weir.domain.ListManifest;
import io.weir.domain.Listing;
import io.weir.domain.Match;
import io.weir.domain.Party;
import io.weir.domain.Retrieval;
import io.weir.domain.Role;
import io.weir.domain.SanctionedAddress;
import io.weir.domain.Severity;
import io.weir.domain.SkippedRow;
import io.weir.domain.Source;
import io.weir.domain.SourcePosition;
import io.weir.domain.Transfer;
import io.weir.domain.TransferStatus;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What the binaries in golden/ say. Every field has a value, none of them its default. */
final class Published {
  private static final BigInteger UINT256_MAX = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);
  private static final Instant AT = Instant.parse("2025-11-04T16:00:00.123Z");
  private static final LocalDate DAY = LocalDate.of(2025, 11, 4);
  private static final String ADDRESS = "0x098B716B8Aaf21512996dC57EB0615e2383E2f96";
  private static final AddressKey KEY =
      AddressKey.parse("account:098b716b8aaf21512996dc57eb0615e2383e2f96");

  private Published() {}

  static Transfer transfer() {
    return new Transfer(
        "eip155:1:0xabc:7",
        "eip155:1",
        "0xabc",
        OptionalLong.of(7),
        OptionalLong.of(23_700_000),
        Optional.of("0xb10c"),
        AT,
        Direction.WITHDRAWAL,
        TransferStatus.DROPPED,
        List.of(Party.of("0x00000000219ab540356cBB839Cbe05303d7705Fa", UINT256_MAX)),
        List.of(Party.of(ADDRESS, BigInteger.ONE), Party.of("no-share")),
        Optional.of("0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2"),
        new Asset(
            "USDT", Optional.of("0xdAC17F958D2ee523a2206206994597C13D831ec7"), OptionalInt.of(6)),
        UINT256_MAX,
        Optional.of(new BigDecimal("1234567.89")),
        Optional.of("customer-7"),
        Map.of("desk", "spot — 현물"));
  }

  static SanctionedAddress sanctionedAddress() {
    return new SanctionedAddress(KEY, List.of(listing()));
  }

  static Listing listing() {
    return new Listing(
        "4a3b5d5ae2a34b5f9d5e1d5f6a7b8c9d",
        "OFAC",
        "SDN",
        "27307",
        "LAZARUS GROUP",
        List.of("DPRK3", "CYBER2"),
        ADDRESS,
        "ETH",
        Optional.of(LocalDate.of(2022, 4, 14)),
        new Source("sdn.xml", "0f".repeat(32), Optional.of(DAY)),
        Optional.of("p2sh-p2wpkh"),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  static Alert alert() {
    return new Alert(
        "00112233445566778899aabbccddeeff",
        AlertKind.RETRACTED,
        transfer(),
        true,
        List.of(
            new Hit(
                "ffeeddccbbaa99887766554433221100",
                Role.ASSET_CONTRACT,
                ADDRESS,
                KEY,
                Match.KEY,
                listing(),
                Optional.empty())),
        Severity.CRITICAL,
        Action.BLOCK,
        "block-addresses",
        4_242_424_242L,
        AT,
        new SourcePosition("transfers", 5, 9_876_543_210L),
        "A sentence.");
  }

  static ListManifest listManifest() {
    return new ListManifest(
        "OFAC",
        "SDN",
        new Source("sdn.xml", "0f".repeat(32), Optional.of(DAY)),
        AT,
        94,
        961,
        53,
        2,
        1,
        List.of(new SkippedRow(4711, "12345", "4l…", "not an address")),
        OptionalInt.empty(),
        new Retrieval("", Optional.empty(), Optional.empty()),
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty());
  }
}
