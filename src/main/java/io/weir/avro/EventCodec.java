package io.weir.avro;

import io.weir.address.AddressKey;
import io.weir.domain.ListEvent;
import java.util.Optional;

/** {@link ListEvent} and its Avro record, both ways. */
final class EventCodec {
  private EventCodec() {}

  static io.weir.avro.ListEvent toAvro(ListEvent event) {
    return new io.weir.avro.ListEvent(
        event.loadId(),
        event.at(),
        Enums.as(ListEventKind.class, event.kind()),
        event.authority(),
        event.list(),
        event.key().map(AddressKey::toString).orElse(null),
        event.listing().map(ListingCodec::toAvro).orElse(null),
        event.before().map(ListingCodec::toAvro).orElse(null),
        event.manifest().map(ManifestCodec::toAvro).orElse(null),
        event.refusal().map(ManifestCodec::toAvro).orElse(null));
  }

  static ListEvent toDomain(io.weir.avro.ListEvent avro) {
    return new ListEvent(
        avro.getLoadId(),
        avro.getAt(),
        Enums.as(ListEvent.Kind.class, avro.getKind()),
        avro.getAuthority(),
        avro.getList(),
        Optional.ofNullable(avro.getAddressKey()).map(AddressKey::parse),
        Optional.ofNullable(avro.getListing()).map(ListingCodec::toDomain),
        Optional.ofNullable(avro.getBefore()).map(ListingCodec::toDomain),
        Optional.ofNullable(avro.getManifest()).map(ManifestCodec::toDomain),
        Optional.ofNullable(avro.getRefusal()).map(ManifestCodec::toDomain));
  }
}
