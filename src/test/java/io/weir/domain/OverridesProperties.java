package io.weir.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.address.Address;
import io.weir.address.AddressKey;
import io.weir.address.Addresses;
import io.weir.domain.ListOverride.Effect;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is listed, allowed and denied: an allow silences nothing and touches nothing else. */
class OverridesProperties {
  private static final LocalDate DAY = LocalDate.of(2025, 11, 5);

  /**
   * Two addresses of one Bitcoin key, one of them in two spellings; an account of Ethereum in two
   * spellings and its sibling on Tron; somebody else's.
   */
  private static final List<String> ADDRESSES =
      List.of(
          "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
          "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
          "1BgGZ9tcN4rm9KBzDn7KprQz87SZ26SAMH",
          "0x098B716B8Aaf21512996dC57EB0615e2383E2f96",
          "0x098b716b8aaf21512996dc57eb0615e2383e2f96",
          "41098b716b8aaf21512996dc57eb0615e2383e2f96",
          "0x00000000219ab540356cBB839Cbe05303d7705Fa");

  @Provide
  Arbitrary<Listing> published() {
    return Combinators.combine(
            Arbitraries.of("OFAC", "EU", "UK", "OWN"),
            Arbitraries.of("1", "2"),
            Arbitraries.of(ADDRESSES))
        .as(
            (authority, entry, address) ->
                Samples.listing(authority, entry, "X", read(address).key(), address));
  }

  @Provide
  Arbitrary<Listing> decisions() {
    return Combinators.combine(
            Arbitraries.of(Effect.class),
            Arbitraries.of(ADDRESSES),
            Arbitraries.integers().between(-2, 2).map(DAY::plusDays).optional(),
            Arbitraries.of("", "OFAC", "EU"))
        .as(
            (effect, address, last, authority) ->
                Samples.own(address, Samples.override(effect, last, authority)));
  }

  @Provide
  Arbitrary<List<Leg>> legs() {
    return Combinators.combine(
            Arbitraries.of(Role.SENDER, Role.RECEIVER), Arbitraries.of(ADDRESSES))
        .as((role, address) -> new Leg(role, read(address)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Property
  void shouldFindTheSameHitsWithAndWithoutAllows(
      @ForAll("legs") List<Leg> legs, @ForAll("list") List<Listing> list) {
    List<Listing> withoutAllows =
        list.stream().filter(listing -> !isAllow(listing)).collect(Collectors.toList());

    List<Hit> with = hits(legs, list);
    List<Hit> without = hits(legs, withoutAllows);

    assertThat(with).extracting(Hit::hitId).isEqualTo(ids(without));
    assertThat(without).allSatisfy(hit -> assertThat(hit.allowedBy()).isEmpty());
  }

  @Property
  void shouldAllowExactlyWhatADecisionNames(
      @ForAll("legs") List<Leg> legs, @ForAll("list") List<Listing> list) {
    for (Hit hit : hits(legs, list)) {
      // Every leg that makes this hit must be allowed, each by some decision.
      boolean allowed =
          legs.stream()
              .filter(leg -> leg.role() == hit.role() && leg.address().key().equals(hit.key()))
              .allMatch(
                  leg -> list.stream().anyMatch(own -> names(own, leg.address(), hit.listing())));

      assertThat(hit.allowedBy().isPresent()).isEqualTo(allowed);
    }
  }

  @Property
  void shouldHitADenialExactlyWhileItHolds(
      @ForAll("legs") List<Leg> legs, @ForAll("decisions") Listing own) {
    boolean touched = legs.stream().anyMatch(leg -> leg.address().key().equals(key(own)));
    ListOverride decision = own.override().orElseThrow();
    boolean holds =
        decision.effect() == Effect.DENY
            && (decision.expiresOn().isEmpty()
                || decision.expiresOn().get().toEpochDay() >= DAY.toEpochDay());

    assertThat(hits(legs, List.of(own)).isEmpty()).isEqualTo(!(touched && holds));
  }

  /** Said anew, by other means: the texts stand for the same address in two of three groups. */
  private static boolean names(Listing own, Address address, Listing hit) {
    ListOverride decision = own.override().orElse(null);
    return isAllow(own)
        && !hit.authority().equals("OWN")
        && group(own.address()) == group(address.text())
        && !decision.expiresOn().map(last -> last.isBefore(DAY)).orElse(false)
        && (decision.onlyAuthority().isEmpty()
            || decision.onlyAuthority().get().equals(hit.authority()));
  }

  private static int group(String address) {
    return switch (ADDRESSES.indexOf(address)) {
      case 0, 1 -> 0;
      case 3, 4 -> 1;
      default -> ADDRESSES.indexOf(address);
    };
  }

  @Provide
  Arbitrary<List<Listing>> list() {
    return Combinators.combine(published().list().ofMaxSize(4), decisions().list().ofMaxSize(4))
        .as(
            (published, decisions) -> {
              List<Listing> all = new ArrayList<>(published);
              all.addAll(decisions);
              return all;
            });
  }

  private static List<Hit> hits(List<Leg> legs, List<Listing> list) {
    return Hits.of(
        "t", legs, key -> list.stream().filter(listing -> key(listing).equals(key)).toList(), DAY);
  }

  private static AddressKey key(Listing listing) {
    return read(listing.address()).key();
  }

  private static boolean isAllow(Listing listing) {
    return listing.override().filter(own -> own.effect() == Effect.ALLOW).isPresent();
  }

  private static List<String> ids(List<Hit> hits) {
    return hits.stream().map(Hit::hitId).toList();
  }

  private static Address read(String address) {
    return (Address) Addresses.readAnyChain(address);
  }
}
