package io.weir.avro;

import io.weir.address.AddressKey;
import io.weir.domain.ListingChange;
import java.util.Optional;

/** {@link ListingChange} and its Avro record, both ways. */
final class ChangeCodec {
  private ChangeCodec() {}

  static io.weir.avro.ListingChange toAvro(ListingChange change) {
    return new io.weir.avro.ListingChange(
        change.key().toString(),
        change.position(),
        change.listings().stream().map(ListingCodec::toAvro).toList(),
        change.added(),
        change.removed().stream().map(ListingCodec::toAvro).toList(),
        change
            .question()
            .map(asked -> new LookbackQuestion(asked.id(), asked.from(), asked.to()))
            .orElse(null));
  }

  static ListingChange toDomain(io.weir.avro.ListingChange avro) {
    return new ListingChange(
        AddressKey.parse(avro.getAddressKey()),
        avro.getListPosition(),
        avro.getListings().stream().map(ListingCodec::toDomain).toList(),
        avro.getAdded(),
        avro.getRemoved().stream().map(ListingCodec::toDomain).toList(),
        Optional.ofNullable(avro.getQuestion())
            .map(
                asked ->
                    new io.weir.domain.LookbackQuestion(
                        asked.getQuestionId(), asked.getFrom(), asked.getTo())));
  }
}
