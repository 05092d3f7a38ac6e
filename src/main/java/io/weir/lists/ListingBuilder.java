package io.weir.lists;

import io.weir.address.Address;
import io.weir.address.AddressKey;
import io.weir.address.AddressKey.Kind;
import io.weir.address.Addresses;
import io.weir.address.NotAnAddress;
import io.weir.address.Reading;
import io.weir.domain.Ids;
import io.weir.domain.Listing;
import io.weir.domain.Retrieval;
import io.weir.domain.Source;
import io.weir.lists.Notice.Effect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Turns published addresses into listings: one for each entry and address key, and one more for the
 * wrapped-segwit address of each key that can have one.
 */
final class ListingBuilder {
  private static final String WRAPPED_SEGWIT = "p2sh-p2wpkh";

  /**
   * Which of several rows of one key under one entry a listing shows: any, but the same one
   * whatever the order of the publication, or a re-ordered list would look amended.
   */
  private static final Comparator<Parsed> BY_SPELLING =
      Comparator.comparing((Parsed parsed) -> parsed.address.form())
          .thenComparing(parsed -> parsed.address.text())
          .thenComparing(parsed -> parsed.published.name().isEmpty())
          .thenComparing(parsed -> parsed.published.name())
          .thenComparing(parsed -> parsed.published.publishedText().orElse(""));

  private final ListId id;
  private final Source source;
  private final List<Notice> notices = new ArrayList<>();

  ListingBuilder(ListId id, Source source) {
    this.id = id;
    this.source = source;
  }

  /** An entry's claim on a key: what makes a listing one. */
  private record Claim(String entryId, AddressKey key) {}

  private record Parsed(PublishedAddress published, Address address) {}

  Publication build(Contents contents, Retrieval retrieval, boolean mayNameNoAddress) {
    notices.addAll(contents.notices());
    Map<Claim, List<Parsed>> claims = new LinkedHashMap<>();
    for (PublishedAddress published : contents.addresses()) {
      parse(published)
          .ifPresent(
              address ->
                  claims
                      .computeIfAbsent(
                          new Claim(published.entryId(), address.key()), c -> new ArrayList<>())
                      .add(new Parsed(published, address)));
    }
    Map<Claim, Listing> listings = new LinkedHashMap<>();
    claims.forEach((claim, parsed) -> listings.put(claim, listing(claim, parsed)));
    int addresses = (int) claims.keySet().stream().map(Claim::key).distinct().count();
    // After all published ones: an address that is listed itself needs no derivation.
    claims.forEach((claim, parsed) -> derive(claim, listings));
    return new Publication(
        id,
        source,
        retrieval,
        rows(listings),
        mayNameNoAddress,
        contents.entriesRead(),
        (int) claims.keySet().stream().map(Claim::entryId).distinct().count(),
        addresses,
        notices.stream().sorted(Comparator.comparingInt(Notice::line)).toList());
  }

  private Optional<Address> parse(PublishedAddress published) {
    Reading reading = Addresses.readAnyChain(published.address());
    if (reading instanceof NotAnAddress not) {
      note(published, Effect.LEFT_OUT, not.detail());
      return Optional.empty();
    }
    Address address = (Address) reading;
    address
        .warning()
        .ifPresent(
            warning ->
                note(
                    published,
                    address.key().kind() == Kind.TEXT ? Effect.KEPT_AS_TEXT : Effect.LOADED,
                    warning));
    return Optional.of(address);
  }

  private Listing listing(Claim claim, List<Parsed> parsed) {
    Parsed shown = parsed.stream().min(BY_SPELLING).orElseThrow();
    parsed.stream()
        .filter(other -> !other.address.isSpellingOf(shown.address))
        .forEach(
            other ->
                note(
                    other.published,
                    Effect.LOADED,
                    "The entry lists "
                        + shown.address.text()
                        + " too, which the same key controls; both make one listing, shown with"
                        + " that address."));
    String labels =
        parsed.stream()
            .map(each -> each.published.assetLabel())
            .filter(label -> !label.isEmpty())
            .distinct()
            .sorted()
            .collect(Collectors.joining("/"));
    return new Listing(
        Ids.listing(id.authority(), id.list(), claim.entryId, claim.key),
        id.authority(),
        id.list(),
        claim.entryId,
        shown.published.name(),
        shown.published.programs(),
        shown.address.text(),
        labels,
        shown.published.listedOn(),
        source,
        Optional.empty(),
        shown.published.aliases(),
        shown.published.publishedText(),
        shown.published.override());
  }

  private void derive(Claim claim, Map<Claim, Listing> listings) {
    if (listings.get(claim).allows()) {
      // To allow one address says nothing of another, whoever controls it.
      return;
    }
    claim
        .key
        .wrappedSegwit()
        .ifPresent(
            key -> {
              Listing from = listings.get(claim);
              listings.putIfAbsent(
                  new Claim(claim.entryId, key),
                  new Listing(
                      Ids.listing(id.authority(), id.list(), claim.entryId, key),
                      from.authority(),
                      from.list(),
                      from.entryId(),
                      from.name(),
                      from.programs(),
                      from.address(),
                      from.assetLabel(),
                      from.listedOn(),
                      from.source(),
                      Optional.of(WRAPPED_SEGWIT),
                      from.aliases(),
                      from.publishedText(),
                      from.override()));
            });
  }

  private static SortedMap<AddressKey, List<Listing>> rows(Map<Claim, Listing> listings) {
    SortedMap<AddressKey, List<Listing>> rows = new TreeMap<>();
    listings.forEach(
        (claim, listing) -> rows.computeIfAbsent(claim.key, k -> new ArrayList<>()).add(listing));
    rows.replaceAll(
        (key, row) -> row.stream().sorted(Comparator.comparing(Listing::listingId)).toList());
    return rows;
  }

  private void note(PublishedAddress published, Effect effect, String reason) {
    notices.add(
        new Notice(published.line(), published.entryId(), published.address(), effect, reason));
  }
}
