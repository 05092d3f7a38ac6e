package io.weir.domain;

import static io.weir.domain.Samples.RONIN_EXPLOITER;
import static io.weir.domain.Samples.SOMEBODY;
import static io.weir.domain.Samples.ether;
import static io.weir.domain.Samples.lazarus;
import static io.weir.domain.Samples.listing;
import static io.weir.domain.Samples.override;
import static io.weir.domain.Samples.own;
import static io.weir.domain.Samples.roninKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.address.Address;
import io.weir.address.AddressKey;
import io.weir.address.Addresses;
import io.weir.domain.ListOverride.Effect;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OverridesTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 11, 5);

  /** Two addresses of one key; the wrapped one belongs to it too. From BIP-173 and BIP-142. */
  private static final String SEGWIT = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";

  private static final String LEGACY = "1BgGZ9tcN4rm9KBzDn7KprQz87SZ26SAMH";

  private static final Policy POLICY =
      new Policy(
          List.of(
              rule("listed-address", Set.of(Match.ADDRESS), Severity.CRITICAL, Action.BLOCK),
              rule("rest", Set.of(), Severity.HIGH, Action.HOLD)));

  private static PolicyRule rule(String name, Set<Match> matches, Severity severity, Action act) {
    return new PolicyRule(
        name,
        Set.of(),
        Set.of(),
        Set.of(),
        matches,
        Set.of(),
        Set.of(),
        Set.of(),
        Optional.<BigDecimal>empty(),
        severity,
        act);
  }

  private static Listing allow(String address) {
    return own(address, override(Effect.ALLOW, Optional.of(TODAY), ""));
  }

  private static Listing allow(String address, LocalDate last, String authority) {
    return own(address, override(Effect.ALLOW, Optional.of(last), authority));
  }

  private static Listing deny(String address, Optional<LocalDate> last) {
    return own(address, override(Effect.DENY, last, ""));
  }

  private static Address address(String text) {
    return (Address) Addresses.readAnyChain(text);
  }

  private static List<Hit> hits(List<String> senders, Listing... listings) {
    AddressKey key = address(senders.get(0)).key();
    List<Leg> legs = senders.stream().map(sender -> new Leg(Role.SENDER, address(sender))).toList();
    return Hits.of(
        "t", legs, asked -> asked.equals(key) ? Arrays.asList(listings) : List.of(), TODAY);
  }

  private static Hit hit(String sender, Listing... listings) {
    List<Hit> hits = hits(List.of(sender), listings);
    assertThat(hits).hasSize(1);
    return hits.get(0);
  }

  private static PolicyRule rule(Hit hit) {
    return POLICY.ruleFor(ether("t", RONIN_EXPLOITER, SOMEBODY), hit);
  }

  @Test
  void shouldOnlyMonitorAHitOnAnAllowedAddressAndKeepItsId() {
    Listing allow = allow(RONIN_EXPLOITER);

    Hit hit = hit(RONIN_EXPLOITER, lazarus(), allow);

    assertThat(hit.listing()).isEqualTo(lazarus());
    assertThat(hit.allowedBy()).contains(allow);
    assertThat(hit.hitId()).isEqualTo(hit(RONIN_EXPLOITER, lazarus()).hitId());
    assertThat(rule(hit).name()).isEqualTo("allowed-by-override");
    assertThat(rule(hit).action()).isEqualTo(Action.MONITOR);
    assertThat(rule(hit).severity()).isEqualTo(Severity.LOW);
  }

  @Test
  void shouldAllowTheAddressInEverySpelling() {
    Hit hit = hit(RONIN_EXPLOITER.toLowerCase(Locale.ROOT), lazarus(), allow(RONIN_EXPLOITER));

    assertThat(hit.allowedBy()).isPresent();
  }

  @Test
  void shouldNeverHitAnAllow() {
    assertThat(hits(List.of(RONIN_EXPLOITER), allow(RONIN_EXPLOITER))).isEmpty();
    assertThat(hits(List.of(RONIN_EXPLOITER), allow(RONIN_EXPLOITER, TODAY.minusDays(9), "")))
        .isEmpty();
  }

  @Test
  void shouldAllowUpToTheLastDayAndNotBeyond() {
    assertThat(hit(RONIN_EXPLOITER, lazarus(), allow(RONIN_EXPLOITER, TODAY, "")).allowedBy())
        .isPresent();
    Listing yesterday = allow(RONIN_EXPLOITER, TODAY.minusDays(1), "");
    assertThat(hit(RONIN_EXPLOITER, lazarus(), yesterday).allowedBy()).isEmpty();
  }

  @Test
  void shouldAllowWhatTheNamedAuthorityListsAlone() {
    Listing uk = listing("UK", "CYB0042", "LAZARUS", roninKey(), RONIN_EXPLOITER);
    Listing allow = allow(RONIN_EXPLOITER, TODAY, "UK");

    assertThat(hits(List.of(RONIN_EXPLOITER), lazarus(), uk, allow))
        .hasSize(2)
        .allSatisfy(
            hit ->
                assertThat(hit.allowedBy().isPresent())
                    .isEqualTo(hit.listing().authority().equals("UK")));
  }

  @Test
  void shouldNotAllowAnotherAddressOfTheKey() {
    Listing listed = listing("OFAC", "1", "X", address(SEGWIT).key(), SEGWIT);

    Hit sibling = hit(LEGACY, listed, allow(SEGWIT));
    Hit itself = hit(LEGACY, listed, allow(LEGACY));

    assertThat(sibling.match()).isEqualTo(Match.KEY);
    assertThat(sibling.allowedBy()).isEmpty();
    assertThat(itself.match()).isEqualTo(Match.KEY);
    assertThat(itself.allowedBy()).isPresent();
  }

  @Test
  void shouldKeepTheHitThatNobodyAllowsWhenOneKeyTakesPartAsTwoAddresses() {
    // The address that is listed is allowed, its sibling is not: the sibling's hit must not vanish.
    Listing listed = listing("OFAC", "1", "X", address(SEGWIT).key(), SEGWIT);

    for (List<String> senders : List.of(List.of(SEGWIT, LEGACY), List.of(LEGACY, SEGWIT))) {
      assertThat(hits(senders, listed, allow(SEGWIT)))
          .singleElement()
          .satisfies(
              hit -> {
                assertThat(hit.address()).isEqualTo(LEGACY);
                assertThat(hit.allowedBy()).isEmpty();
                assertThat(rule(hit).action()).isEqualTo(Action.HOLD);
              });
    }
  }

  @Test
  void shouldHitADenialLikeAnyListingWhileItHolds() {
    Hit hit = hit(SOMEBODY, deny(SOMEBODY, Optional.of(TODAY)));

    assertThat(hit.match()).isEqualTo(Match.ADDRESS);
    assertThat(rule(hit).action()).isEqualTo(Action.BLOCK);
    assertThat(hits(List.of(SOMEBODY), deny(SOMEBODY, Optional.empty()))).hasSize(1);
    assertThat(hits(List.of(SOMEBODY), deny(SOMEBODY, Optional.of(TODAY.minusDays(1))))).isEmpty();
  }

  @Test
  void shouldNotAllowWhatTheUserListsAndWhatCannotBeRead() {
    Listing watched = listing("OWN", "7", "WATCHED", roninKey(), RONIN_EXPLOITER);
    Listing allow = allow(RONIN_EXPLOITER);

    assertThat(hit(RONIN_EXPLOITER, deny(RONIN_EXPLOITER, Optional.empty()), allow).allowedBy())
        .isEmpty();
    assertThat(hit(RONIN_EXPLOITER, watched, allow).allowedBy()).isEmpty();
    assertThat(hit(RONIN_EXPLOITER, Listing.unreadable(roninKey()), allow).allowedBy()).isEmpty();
  }

  @Test
  void shouldTakeADecisionOfAnotherListForAListing() {
    Listing allow =
        withOverride(lazarus(), override(Effect.ALLOW, Optional.of(TODAY.plusDays(1)), ""));
    Listing expired =
        withOverride(
            listing("OWN", "1", "X", roninKey(), RONIN_EXPLOITER),
            override(Effect.DENY, Optional.of(TODAY.minusDays(1)), ""));

    assertThat(hits(List.of(RONIN_EXPLOITER), allow, expired))
        .hasSize(2)
        .allSatisfy(hit -> assertThat(hit.allowedBy()).isEmpty());
  }

  private static Listing withOverride(Listing listing, ListOverride override) {
    return new Listing(
        listing.listingId(),
        listing.authority(),
        listing.list(),
        listing.entryId(),
        listing.name(),
        listing.programs(),
        listing.address(),
        listing.assetLabel(),
        listing.listedOn(),
        listing.source(),
        listing.derivation(),
        listing.aliases(),
        listing.publishedText(),
        Optional.of(override));
  }

  @Test
  void shouldTakeTheStrictestRuleWhenOneHitOfSeveralIsAllowed() {
    Hit allowed = hit(RONIN_EXPLOITER, lazarus(), allow(RONIN_EXPLOITER));
    Hit denied = hit(SOMEBODY, deny(SOMEBODY, Optional.empty()));
    Transfer transfer = ether("t", RONIN_EXPLOITER, SOMEBODY);

    Alert alert = Alerts.raise(transfer, List.of(allowed, denied), occasion());

    assertThat(alert.action()).isEqualTo(Action.BLOCK);
    assertThat(alert.policyRule()).isEqualTo("listed-address");
    assertThat(alert.summary())
        .contains(
            "listed by OWN as By Jane Doe", "denied by Jane Doe: Letter of 2 November and 1 more")
        .doesNotContain("allowed by");
  }

  @Test
  void shouldSayWhoAllowsItAndWhy() {
    Hit allowed = hit(RONIN_EXPLOITER, lazarus(), allow(RONIN_EXPLOITER));

    Alert alert = Alerts.raise(ether("t", RONIN_EXPLOITER, SOMEBODY), List.of(allowed), occasion());

    assertThat(alert.action()).isEqualTo(Action.MONITOR);
    assertThat(alert.policyRule()).isEqualTo("allowed-by-override");
    assertThat(alert.summary())
        .isEqualTo(
            "1.5 ETH from "
                + RONIN_EXPLOITER
                + " on eip155:1, listed by OFAC as LAZARUS GROUP (SDN 27307; DPRK3), allowed by"
                + " override of Jane Doe: Letter of 2 November");
  }

  private static Alerts.Occasion occasion() {
    return new Alerts.Occasion(
        AlertKind.HIT, POLICY, 7, Instant.EPOCH, new SourcePosition("transfers", 0, 42), 0);
  }

  @Test
  void shouldRefuseARuleOfTheReservedName() {
    assertThatThrownBy(
            () ->
                new Policy(
                    List.of(rule("allowed-by-override", Set.of(), Severity.LOW, Action.MONITOR))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("allowed-by-override");
  }

  @Test
  void shouldKnowUntilWhenARowListsItsKey() {
    Listing denied = deny(RONIN_EXPLOITER, Optional.of(TODAY));

    assertThat(row(lazarus(), denied).listedUntil()).contains(LocalDate.MAX);
    assertThat(row(denied, allow(RONIN_EXPLOITER)).listedUntil()).contains(TODAY);
    assertThat(row(allow(RONIN_EXPLOITER)).listedUntil()).isEmpty();
  }

  private static SanctionedAddress row(Listing... listings) {
    return new SanctionedAddress(roninKey(), Arrays.asList(listings));
  }

  @Test
  void shouldNameADecisionByItsEffectAndAddressAlone() {
    Address spelled = address(RONIN_EXPLOITER);
    Address lower = address(RONIN_EXPLOITER.toLowerCase(Locale.ROOT));

    assertThat(Ids.override(Effect.ALLOW, spelled))
        .isEqualTo(Ids.override(Effect.ALLOW, lower))
        .matches("allow-[0-9a-f]{16}");
    assertThat(Ids.override(Effect.DENY, spelled)).matches("deny-[0-9a-f]{16}");
    assertThat(Ids.override(Effect.DENY, address(SEGWIT)))
        .isNotEqualTo(Ids.override(Effect.DENY, address(LEGACY)));
  }
}
