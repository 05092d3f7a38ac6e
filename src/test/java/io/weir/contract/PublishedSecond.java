package io.weir.contract;

import io.weir.address.AddressKey;
import io.weir.domain.Alert;
import io.weir.domain.Hit;
import io.weir.domain.ListEvent;
import io.weir.domain.ListManifest;
import io.weir.domain.ListOverride;
import io.weir.domain.Listing;
import io.weir.domain.Refusal;
import io.weir.domain.Retrieval;
import io.weir.domain.SanctionedAddress;
import io.weir.domain.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What the second version's binaries in golden/ say: the first's values, and its own fields. */
final class PublishedSecond {
  private static final Instant AT = Instant.parse("2026-11-23T16:00:00.456Z");
  private static final LocalDate DAY = LocalDate.of(2027, 1, 31);
  private static final Source PARTIAL =
      new Source("sdn-2.xml", "1f".repeat(32), Optional.of(LocalDate.of(2026, 11, 20)));
  private static final Refusal REFUSAL = new Refusal(AT, "SHRUNK", "A sentence.", "sdn-3.xml");

  private PublishedSecond() {}

  static Listing listing() {
    Listing first = Published.listing();
    return new Listing(
        first.listingId(),
        first.authority(),
        first.list(),
        first.entryId(),
        first.name(),
        first.programs(),
        first.address(),
        first.assetLabel(),
        first.listedOn(),
        first.source(),
        first.derivation(),
        List.of("HIDDEN COBRA", "라자루스"),
        Optional.of("ETH: 0x098B…"),
        Optional.of(
            new ListOverride(
                ListOverride.Effect.ALLOW,
                "A false match.",
                "compliance",
                Optional.of(DAY),
                Optional.of("OFAC"))));
  }

  static SanctionedAddress sanctionedAddress() {
    return new SanctionedAddress(Published.sanctionedAddress().key(), List.of(listing()));
  }

  static Alert alert() {
    Alert first = Published.alert();
    Hit hit = first.hits().get(0);
    return new Alert(
        first.alertId(),
        first.kind(),
        first.transfer(),
        first.abridged(),
        List.of(
            new Hit(
                hit.hitId(),
                hit.role(),
                hit.address(),
                hit.key(),
                hit.match(),
                hit.listing(),
                Optional.of(listing()))),
        first.severity(),
        first.action(),
        first.policyRule(),
        first.listPosition(),
        first.raisedAt(),
        first.source(),
        first.summary());
  }

  static ListManifest listManifest() {
    ListManifest first = Published.listManifest();
    return new ListManifest(
        first.authority(),
        first.list(),
        first.source(),
        first.loadedAt(),
        first.entries(),
        first.addresses(),
        first.added(),
        first.amended(),
        first.removed(),
        first.skipped(),
        OptionalInt.of(1014),
        new Retrieval(
            "0.1.0", Optional.of("\"abc\""), Optional.of("Mon, 23 Nov 2026 15:00:00 GMT")),
        Optional.of(PARTIAL),
        3,
        Optional.of(REFUSAL),
        Optional.of(AT),
        OptionalLong.of(2050));
  }

  static ListEvent listEvent() {
    AddressKey key = Published.sanctionedAddress().key();
    return new ListEvent(
        "0123456789abcdef0123456789abcdef",
        AT,
        ListEvent.Kind.AMENDED,
        "OFAC",
        "SDN",
        Optional.of(key),
        Optional.of(listing()),
        Optional.of(Published.listing()),
        Optional.of(listManifest()),
        Optional.of(REFUSAL));
  }
}
