package io.weir.avro;

import io.weir.address.AddressKey;
import io.weir.domain.Action;
import io.weir.domain.Alert;
import io.weir.domain.AlertKind;
import io.weir.domain.Hit;
import io.weir.domain.Match;
import io.weir.domain.Role;
import io.weir.domain.Severity;
import io.weir.domain.SourcePosition;
import java.util.Optional;

/** Alerts and hits and their Avro records, both ways. */
final class AlertCodec {
  private AlertCodec() {}

  static io.weir.avro.Alert toAvro(Alert alert) {
    return new io.weir.avro.Alert(
        alert.alertId(),
        Enums.as(io.weir.avro.AlertKind.class, alert.kind()),
        TransferCodec.toAvro(alert.transfer()),
        alert.abridged(),
        alert.hits().stream().map(AlertCodec::toAvro).toList(),
        Enums.as(io.weir.avro.Severity.class, alert.severity()),
        Enums.as(io.weir.avro.Action.class, alert.action()),
        alert.policyRule(),
        alert.listPosition(),
        alert.raisedAt(),
        new io.weir.avro.SourcePosition(
            alert.source().topic(), alert.source().partition(), alert.source().offset()),
        alert.summary());
  }

  static Alert toDomain(io.weir.avro.Alert avro) {
    return new Alert(
        avro.getAlertId(),
        Enums.as(AlertKind.class, avro.getKind()),
        TransferCodec.toDomain(avro.getTransfer()),
        avro.getAbridged(),
        avro.getHits().stream().map(AlertCodec::toDomain).toList(),
        Enums.as(Severity.class, avro.getSeverity()),
        Enums.as(Action.class, avro.getAction()),
        avro.getPolicyRule(),
        avro.getListPosition(),
        avro.getRaisedAt(),
        new SourcePosition(
            avro.getSource().getTopic(),
            avro.getSource().getPartition(),
            avro.getSource().getOffset()),
        avro.getSummary());
  }

  static io.weir.avro.Hit toAvro(Hit hit) {
    return new io.weir.avro.Hit(
        hit.hitId(),
        Enums.as(io.weir.avro.Role.class, hit.role()),
        hit.address(),
        hit.key().toString(),
        Enums.as(io.weir.avro.Match.class, hit.match()),
        ListingCodec.toAvro(hit.listing()),
        hit.allowedBy().map(ListingCodec::toAvro).orElse(null));
  }

  static Hit toDomain(io.weir.avro.Hit avro) {
    return new Hit(
        avro.getHitId(),
        Enums.as(Role.class, avro.getRole()),
        avro.getAddress(),
        AddressKey.parse(avro.getAddressKey()),
        Enums.as(Match.class, avro.getMatch()),
        ListingCodec.toDomain(avro.getListing()),
        Optional.ofNullable(avro.getAllowedBy()).map(ListingCodec::toDomain));
  }
}
