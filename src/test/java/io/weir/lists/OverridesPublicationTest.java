package io.weir.lists;

import static io.weir.domain.Samples.override;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.address.Address;
import io.weir.address.AddressKey;
import io.weir.address.Addresses;
import io.weir.domain.ListOverride.Effect;
import io.weir.domain.Listing;
import io.weir.domain.OverrideEntry;
import io.weir.domain.SanctionedAddress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OverridesPublicationTest {
  private static final LocalDate LAST = LocalDate.of(2027, 1, 31);
  private static final String SEGWIT = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";
  private static final String LEGACY = "1BgGZ9tcN4rm9KBzDn7KprQz87SZ26SAMH";
  private static final String EVM = "0x00000000219ab540356cBB839Cbe05303d7705Fa";

  private static OverrideEntry entry(int line, Effect effect, String address) {
    return new OverrideEntry(
        line,
        (Address) Addresses.readAnyChain(address),
        "Name",
        List.of(),
        override(effect, Optional.of(LAST), ""));
  }

  private static Publication publication(OverrideEntry... entries) {
    return OverridesPublication.of("overrides.yaml", "bytes".getBytes(UTF_8), List.of(entries));
  }

  private static ListDiff against(Publication held, Publication next) {
    Map<AddressKey, SanctionedAddress> rows =
        held.rows().entrySet().stream()
            .map(row -> new SanctionedAddress(row.getKey(), row.getValue()))
            .collect(Collectors.toMap(SanctionedAddress::key, Function.identity()));
    return ListDiff.between(rows, Set.of(), next);
  }

  @Test
  void shouldPublishEachDecisionAsAListingOfTheUsersOwn() {
    Publication publication = publication(entry(3, Effect.ALLOW, EVM));

    assertThat(publication.id()).isEqualTo(ListId.OVERRIDES).hasToString("OWN/OVERRIDES");
    // printf bytes | sha256sum
    assertThat(publication.source().sha256())
        .isEqualTo("277089d91c0bdf4f2e6862ba7e4a07605119431f5d13f726dd352b06f1b206a9");
    assertThat(publication.listings())
        .singleElement()
        .satisfies(
            listing -> {
              assertThat(listing.authority()).isEqualTo("OWN");
              assertThat(listing.list()).isEqualTo("OVERRIDES");
              assertThat(listing.address()).isEqualTo(EVM);
              assertThat(listing.allows()).isTrue();
              assertThat(listing.override())
                  .contains(override(Effect.ALLOW, Optional.of(LAST), ""));
            });
  }

  @Test
  void shouldDeriveOtherAddressesOfADeniedKeyAndNoneOfAnAllowedOne() {
    assertThat(publication(entry(1, Effect.ALLOW, SEGWIT)).rows()).hasSize(1);

    Publication denied = publication(entry(1, Effect.DENY, SEGWIT));
    assertThat(denied.rows()).hasSize(2);
    assertThat(denied.listings())
        .filteredOn(listing -> listing.derivation().isPresent())
        .singleElement()
        .satisfies(listing -> assertThat(listing.override()).isPresent());
  }

  @Test
  void shouldKeepTwoAddressesOfOneKeyApart() {
    Publication publication =
        publication(entry(1, Effect.ALLOW, SEGWIT), entry(2, Effect.DENY, LEGACY));

    assertThat(publication.entries()).isEqualTo(2);
    assertThat(publication.listings())
        .filteredOn(listing -> listing.derivation().isEmpty())
        .extracting(Listing::address)
        .containsExactlyInAnyOrder(SEGWIT, LEGACY);
  }

  @Test
  void shouldSeeNoDifferenceWhenTheFileIsReordered() {
    List<OverrideEntry> entries =
        new ArrayList<>(
            List.of(
                entry(1, Effect.ALLOW, EVM),
                entry(9, Effect.DENY, SEGWIT),
                entry(17, Effect.ALLOW, LEGACY)));
    Publication before = publication(entries.toArray(OverrideEntry[]::new));
    Collections.reverse(entries);

    ListDiff diff = against(before, publication(entries.toArray(OverrideEntry[]::new)));

    assertThat(diff.isEmpty()).isTrue();
    assertThat(diff.unchanged()).isEqualTo(4);
  }

  @Test
  void shouldAmendADecisionWhoseReasonChanges() {
    OverrideEntry before = entry(1, Effect.DENY, EVM);
    OverrideEntry after =
        new OverrideEntry(
            1,
            before.address(),
            before.name(),
            before.programs(),
            override(Effect.DENY, Optional.of(LAST.plusYears(1)), ""));

    ListDiff diff = against(publication(before), publication(after));

    assertThat(diff.amended()).hasSize(1);
    assertThat(diff.added()).isEmpty();
    assertThat(diff.removed()).isEmpty();
  }

  @Test
  void shouldNotLetAnEmptiedFileWithdrawEverything() {
    Publication held = publication(entry(1, Effect.DENY, EVM));
    Publication emptied = publication();

    assertThatThrownBy(
            () -> ListGuard.requirePlausible(emptied, against(held, emptied), Optional.empty()))
        .isInstanceOf(ListRefused.class)
        .hasMessageContaining("withdraw all of OWN/OVERRIDES")
        .hasMessageContaining("--accept-removals");
    assertThatCode(
            () -> ListGuard.requirePlausible(emptied, against(emptied, emptied), Optional.empty()))
        .doesNotThrowAnyException();
  }

  @Test
  void shouldNotLetAnotherFormatBringDecisions() {
    ListFormat csv = ListFormats.find("csv").orElseThrow();

    assertThatThrownBy(() -> new ListReader(csv, new ListId("OWN", "OVERRIDES"), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("weir lists overrides");
  }
}
