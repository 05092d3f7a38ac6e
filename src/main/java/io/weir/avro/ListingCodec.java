package io.weir.avro;

import io.weir.address.AddressKey;
import io.weir.domain.ListOverride;
import io.weir.domain.Listing;
import io.weir.domain.SanctionedAddress;
import io.weir.domain.Source;
import java.util.Optional;

/** Listings and list rows and their Avro records, both ways. */
final class ListingCodec {
  private ListingCodec() {}

  static io.weir.avro.SanctionedAddress toAvro(SanctionedAddress row) {
    return new io.weir.avro.SanctionedAddress(
        row.key().toString(), row.listings().stream().map(ListingCodec::toAvro).toList());
  }

  static SanctionedAddress toDomain(io.weir.avro.SanctionedAddress avro) {
    return new SanctionedAddress(
        AddressKey.parse(avro.getAddressKey()),
        avro.getListings().stream().map(ListingCodec::toDomain).toList());
  }

  static io.weir.avro.Listing toAvro(Listing listing) {
    return new io.weir.avro.Listing(
        listing.listingId(),
        listing.authority(),
        listing.list(),
        listing.entryId(),
        listing.name(),
        listing.programs(),
        listing.address(),
        listing.assetLabel(),
        listing.listedOn().orElse(null),
        new io.weir.avro.Source(
            listing.source().uri(),
            listing.source().sha256(),
            listing.source().publishedOn().orElse(null)),
        listing.derivation().orElse(null),
        listing.aliases(),
        listing.publishedText().orElse(null),
        listing.override().map(ListingCodec::toAvro).orElse(null));
  }

  static Listing toDomain(io.weir.avro.Listing avro) {
    io.weir.avro.Source source = avro.getSource();
    return new Listing(
        avro.getListingId(),
        avro.getAuthority(),
        avro.getList(),
        avro.getEntryId(),
        avro.getName(),
        avro.getPrograms(),
        avro.getAddress(),
        avro.getAssetLabel(),
        Optional.ofNullable(avro.getListedOn()),
        new Source(
            source.getUri(), source.getSha256(), Optional.ofNullable(source.getPublishedOn())),
        Optional.ofNullable(avro.getDerivation()),
        avro.getAliases(),
        Optional.ofNullable(avro.getPublishedText()),
        Optional.ofNullable(avro.getOverride()).map(ListingCodec::toDomain));
  }

  private static io.weir.avro.ListOverride toAvro(ListOverride override) {
    return new io.weir.avro.ListOverride(
        Enums.as(io.weir.avro.OverrideEffect.class, override.effect()),
        override.reason(),
        override.author(),
        override.expiresOn().orElse(null),
        override.onlyAuthority().orElse(null));
  }

  private static ListOverride toDomain(io.weir.avro.ListOverride avro) {
    return new ListOverride(
        Enums.as(ListOverride.Effect.class, avro.getEffect()),
        avro.getReason(),
        avro.getAuthor(),
        Optional.ofNullable(avro.getExpiresOn()),
        Optional.ofNullable(avro.getOnlyAuthority()));
  }
}
