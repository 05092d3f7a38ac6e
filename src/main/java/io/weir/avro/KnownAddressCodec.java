package io.weir.avro;

import io.weir.address.AddressKey;
import io.weir.domain.KnownAddress;
import io.weir.domain.KnownListing;

/** {@link KnownAddress} and its Avro record, both ways. */
final class KnownAddressCodec {
  private KnownAddressCodec() {}

  static io.weir.avro.KnownAddress toAvro(KnownAddress known) {
    return new io.weir.avro.KnownAddress(
        known.key().toString(),
        known.position(),
        known.listings().stream().map(KnownAddressCodec::toAvro).toList(),
        known.withdrawn().stream().map(KnownAddressCodec::toAvro).toList(),
        known.inDoubt().stream().map(KnownAddressCodec::toAvro).toList());
  }

  static KnownAddress toDomain(io.weir.avro.KnownAddress avro) {
    return new KnownAddress(
        AddressKey.parse(avro.getAddressKey()),
        avro.getListPosition(),
        avro.getListings().stream().map(KnownAddressCodec::toDomain).toList(),
        avro.getWithdrawn().stream().map(KnownAddressCodec::toDomain).toList(),
        avro.getInDoubt().stream().map(KnownAddressCodec::toDomain).toList());
  }

  private static io.weir.avro.KnownListing toAvro(KnownListing known) {
    return new io.weir.avro.KnownListing(ListingCodec.toAvro(known.listing()), known.position());
  }

  private static KnownListing toDomain(io.weir.avro.KnownListing avro) {
    return new KnownListing(ListingCodec.toDomain(avro.getListing()), avro.getListPosition());
  }
}
