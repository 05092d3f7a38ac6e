package io.weir.avro;

import io.weir.address.AddressKey;
import io.weir.domain.Action;
import io.weir.domain.Alert;
import io.weir.domain.AlertKind;
import io.weir.domain.Asset;
import io.weir.domain.Direction;
import io.weir.domain.Hit;
import io.weir.domain.KnownAddress;
import io.weir.domain.KnownListing;
import io.weir.domain.ListEvent;
import io.weir.domain.ListManifest;
import io.weir.domain.ListOverride;
import io.weir.domain.Listing;
import io.weir.domain.ListingChange;
import io.weir.domain.LookbackQuestion;
import io.weir.domain.LookbackReport;
import io.weir.domain.Match;
import io.weir.domain.Party;
import io.weir.domain.Refusal;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Every value that a record can carry, whether it means something or not. */
final class Values extends DomainContextBase {
  private static final BigInteger UINT256_MAX = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

  @Provide
  Arbitrary<Transfer> transfer() {
    return Combinators.combine(
            Combinators.combine(text(), text(), text(), text().optional()).as(Names::new),
            Combinators.combine(longs(), longs(), times()).as(Place::new),
            Arbitraries.of(Direction.class),
            Arbitraries.of(TransferStatus.class),
            parties(),
            parties(),
            asset(),
            Combinators.combine(amount(), usd().optional(), text().optional(), attributes())
                .as(Rest::new))
        .as(
            (names, place, direction, status, senders, receivers, asset, rest) ->
                new Transfer(
                    names.id(),
                    names.chain(),
                    names.txHash(),
                    place.position(),
                    place.block(),
                    names.initiator().map(text -> "block of " + text),
                    place.at(),
                    direction,
                    status,
                    senders,
                    receivers,
                    names.initiator(),
                    asset,
                    rest.amount(),
                    rest.usd(),
                    rest.account(),
                    rest.attributes()));
  }

  @Provide
  Arbitrary<SanctionedAddress> sanctionedAddress() {
    return Combinators.combine(
            key(), listing().list().ofMinSize(1).ofMaxSize(3).uniqueElements(Listing::listingId))
        .as(SanctionedAddress::new);
  }

  @Provide
  Arbitrary<Alert> alert() {
    return Combinators.combine(
            transfer(),
            hit().list().ofMinSize(1).ofMaxSize(3),
            Arbitraries.of(AlertKind.class),
            Arbitraries.of(Severity.class),
            Arbitraries.of(Action.class),
            Arbitraries.longs(),
            times(),
            text())
        .as(
            (transfer, hits, kind, severity, action, number, at, text) ->
                new Alert(
                    "id " + text,
                    kind,
                    transfer,
                    number % 2 == 0,
                    hits,
                    severity,
                    action,
                    "rule " + text,
                    number,
                    at,
                    new SourcePosition("topic " + text, Long.hashCode(number), ~number),
                    text));
  }

  @Provide
  Arbitrary<ListManifest> listManifest() {
    return Combinators.combine(
            text(),
            text(),
            source(),
            times(),
            counts(),
            skipped().list().ofMaxSize(3),
            refusal().optional(),
            source().optional())
        .as(
            (authority, list, source, at, counts, skipped, refusal, partial) ->
                new ListManifest(
                    authority,
                    list,
                    source,
                    at,
                    counts.get(0),
                    counts.get(1),
                    counts.get(2),
                    counts.get(3),
                    counts.get(4),
                    skipped,
                    counts.get(0) == -1 ? OptionalInt.empty() : OptionalInt.of(counts.get(0)),
                    new Retrieval(list, refusal.map(Refusal::reason), partial.map(Source::uri)),
                    partial,
                    counts.get(1),
                    refusal,
                    refusal.map(Refusal::at),
                    list.length() % 2 == 0
                        ? OptionalLong.empty()
                        : OptionalLong.of(list.length())));
  }

  @Provide
  Arbitrary<ListEvent> listEvent() {
    return Combinators.combine(
            text(),
            times(),
            Arbitraries.of(ListEvent.Kind.class),
            text(),
            key().optional(),
            listing().optional(),
            listing().optional(),
            Combinators.combine(listManifest().optional(), refusal().optional()).as(Tuple::of))
        .as(
            (text, at, kind, authority, key, listing, before, rest) ->
                new ListEvent(
                    "id " + text,
                    at,
                    kind,
                    authority,
                    text,
                    key,
                    listing,
                    before,
                    rest.get1(),
                    rest.get2()));
  }

  @Provide
  Arbitrary<ListingChange> listingChange() {
    return Combinators.combine(
            key(),
            Arbitraries.longs(),
            listing().list().ofMaxSize(3),
            text().list().ofMaxSize(3),
            listing().list().ofMaxSize(3),
            Combinators.combine(text(), times(), times()).as(LookbackQuestion::new).optional())
        .as(ListingChange::new);
  }

  @Provide
  Arbitrary<KnownAddress> knownAddress() {
    Arbitrary<List<KnownListing>> known =
        Combinators.combine(listing(), Arbitraries.longs())
            .as(KnownListing::new)
            .list()
            .ofMaxSize(3);
    return Combinators.combine(key(), Arbitraries.longs(), known, known, known)
        .as(KnownAddress::new);
  }

  @Provide
  Arbitrary<LookbackReport> lookbackReport() {
    Arbitrary<LookbackReport.Range> range =
        Combinators.combine(
                text(),
                Arbitraries.integers(),
                Arbitraries.longs().list().ofSize(3),
                times().optional(),
                times().optional())
            .as(
                (topic, partition, at, from, to) ->
                    new LookbackReport.Range(
                        topic, partition, at.get(0), at.get(1), at.get(2), from, to));
    Arbitrary<LookbackReport.Work> work =
        Combinators.combine(counts(), Arbitraries.longs().list().ofSize(4))
            .as(
                (few, many) ->
                    new LookbackReport.Work(
                        few.get(0),
                        few.get(1),
                        many.get(0),
                        many.get(1),
                        many.get(2),
                        many.get(3)));
    return Combinators.combine(
            Combinators.combine(text(), text().optional()).as(Tuple::of),
            Arbitraries.of(LookbackReport.State.class),
            key(),
            Arbitraries.longs(),
            listing().list().ofMaxSize(2),
            range,
            work,
            Combinators.combine(times(), times()).as(Tuple::of))
        .as(
            (ids, state, key, position, listings, where, done, at) ->
                new LookbackReport(
                    ids.get1(),
                    state,
                    key,
                    position,
                    ids.get2(),
                    listings,
                    listings,
                    where,
                    done,
                    at.get1(),
                    at.get2()));
  }

  private static Arbitrary<Refusal> refusal() {
    return Combinators.combine(times(), text(), text(), text()).as(Refusal::new);
  }

  private static Arbitrary<ListOverride> override() {
    return Combinators.combine(
            Arbitraries.of(ListOverride.Effect.class),
            text(),
            text(),
            dates().optional(),
            text().optional())
        .as(ListOverride::new);
  }

  private record Names(String id, String chain, String txHash, Optional<String> initiator) {}

  private record Place(OptionalLong position, OptionalLong block, Instant at) {}

  private record Rest(
      BigInteger amount,
      Optional<BigDecimal> usd,
      Optional<String> account,
      Map<String, String> attributes) {}

  private static Arbitrary<Hit> hit() {
    return Combinators.combine(
            text(),
            Arbitraries.of(Role.class),
            text(),
            key(),
            Arbitraries.of(Match.class),
            listing(),
            listing().optional())
        .as(Hit::new);
  }

  private static Arbitrary<Listing> listing() {
    return Combinators.combine(
            text(),
            text(),
            text(),
            text().list().ofMaxSize(3),
            text(),
            dates().optional(),
            source(),
            Combinators.combine(text().optional(), override().optional()).as(Tuple::of))
        .as(
            (id, authority, name, programs, address, on, source, rest) ->
                new Listing(
                    id,
                    authority,
                    "list of " + authority,
                    "entry of " + name,
                    name,
                    programs,
                    address,
                    "label of " + address,
                    on,
                    source,
                    rest.get1(),
                    programs,
                    rest.get1(),
                    rest.get2()));
  }

  private static Arbitrary<AddressKey> key() {
    return Arbitraries.bytes()
        .array(byte[].class)
        .ofSize(32)
        .flatMap(
            bytes ->
                Arbitraries.of(
                    AddressKey.account(Arrays.copyOf(bytes, 20)),
                    AddressKey.pubkeyHash(Arrays.copyOf(bytes, 20)),
                    AddressKey.scriptHash(Arrays.copyOf(bytes, 20)),
                    AddressKey.witness(1, bytes),
                    AddressKey.ed25519(bytes),
                    AddressKey.text("4l" + bytes[0])));
  }

  private static Arbitrary<Source> source() {
    return Combinators.combine(text(), text(), dates().optional()).as(Source::new);
  }

  private static Arbitrary<SkippedRow> skipped() {
    return Combinators.combine(Arbitraries.integers(), text(), text(), text()).as(SkippedRow::new);
  }

  private static Arbitrary<List<Party>> parties() {
    return Combinators.combine(text(), amount().optional()).as(Party::new).list().ofMaxSize(4);
  }

  private static Arbitrary<Asset> asset() {
    return Combinators.combine(text(), text().optional(), Arbitraries.integers().optional())
        .as(
            (symbol, contract, decimals) ->
                new Asset(
                    symbol, contract, decimals.map(OptionalInt::of).orElseGet(OptionalInt::empty)));
  }

  private static Arbitrary<BigInteger> amount() {
    return Arbitraries.bigIntegers()
        .between(BigInteger.ZERO, UINT256_MAX)
        .edgeCases(edges -> edges.add(UINT256_MAX));
  }

  private static Arbitrary<BigDecimal> usd() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, new BigDecimal("1e20"))
        .ofScale(2)
        .map(value -> value.setScale(2));
  }

  private static Arbitrary<OptionalLong> longs() {
    return Arbitraries.longs()
        .optional()
        .map(value -> value.map(OptionalLong::of).orElseGet(OptionalLong::empty));
  }

  private static Arbitrary<List<Integer>> counts() {
    return Arbitraries.integers().list().ofSize(5);
  }

  private static Arbitrary<Map<String, String>> attributes() {
    return Arbitraries.maps(text(), text()).ofMaxSize(3);
  }

  /** Milliseconds are what a record can carry. */
  private static Arbitrary<Instant> times() {
    return Arbitraries.longs().between(-1L << 45, 1L << 45).map(Instant::ofEpochMilli);
  }

  private static Arbitrary<LocalDate> dates() {
    return Arbitraries.longs().between(-100_000, 100_000).map(LocalDate::ofEpochDay);
  }

  /** Any text that UTF-8 can carry: no half of a surrogate pair. */
  private static Arbitrary<String> text() {
    return Arbitraries.strings()
        .withCharRange('\u0000', '\uD7FF')
        .withCharRange('\uE000', '\uFFFF')
        .ofMaxLength(12);
  }
}
