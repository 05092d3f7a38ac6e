package io.weir.audit;

import static java.util.stream.Collectors.toSet;

import io.weir.address.Address;
import io.weir.address.AddressKey;
import io.weir.address.Addresses;
import io.weir.audit.Difference.Kind;
import io.weir.audit.Facts.Leg;
import io.weir.audit.ListLog.Row;
import io.weir.domain.Alert;
import io.weir.domain.AlertKind;
import io.weir.domain.Hit;
import io.weir.domain.Listing;
import io.weir.domain.Match;
import io.weir.domain.SourcePosition;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** Holds each alert against the transfer it is about, the listings it names and its own ids. */
final class AlertCheck {
  private final Audit.Parts parts;
  private final Tally tally;
  private final int partition;
  private final Deserializer<Alert> alerts;

  AlertCheck(Audit.Parts parts, int partition) {
    this.parts = parts;
    this.tally = parts.tally();
    this.partition = partition;
    this.alerts = parts.serdes().alert().deserializer();
  }

  String where(AuditedAlert alert) {
    return where(alert.offset());
  }

  private String where(long offset) {
    return Tally.where(parts.topics().alerts(), partition, offset);
  }

  /** Reads an alert; empty, and reported, when it cannot be read or stands under another key. */
  Optional<AuditedAlert> read(String key, long offset, byte[] flagged) {
    tally.count("alerts");
    Optional<Alert> alert = Flagged.value(flagged).flatMap(this::decode);
    if (alert.isEmpty()) {
      tally.differ(Kind.ALERT_UNREADABLE, where(offset), key, "Its bytes are no Alert.");
    } else if (!alert.get().transfer().transferId().equals(key)) {
      tally.differ(
          Kind.ALERT_MISMATCHED,
          where(offset),
          key,
          "It is about transfer " + alert.get().transfer().transferId() + ".");
      return Optional.empty();
    }
    return alert.map(each -> new AuditedAlert(offset, each));
  }

  private Optional<Alert> decode(byte[] value) {
    try {
      return Optional.of(alerts.deserialize(parts.topics().alerts(), value));
    } catch (SerializationException
        | IllegalArgumentException
        | ClassCastException
        | ArithmeticException
        | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Judges all alerts of one transfer, in the order of the topic. */
  void judge(String id, List<Seen> seen, List<AuditedAlert> audited, JudgedRange range) {
    // Screening counts the retractions, look-back the drops, of which some retract nothing.
    int episodes = (int) seen.stream().filter(record -> record.facts().dropped()).count();
    for (AuditedAlert each : audited) {
      tally.count("alerts " + each.alert().kind());
      if (each.alert().kind() == AlertKind.RETRACTED) {
        episodes++;
      }
      requireIds(id, each, episodes);
      Optional<Seen> source = source(seen, each.alert().source());
      if (source.isPresent()) {
        requireAgreement(seen, source.get(), each);
      } else if (range.covers(each.alert().source())) {
        differ(
            Kind.ALERT_FORGED,
            each,
            "There is no record of it at " + words(each.alert().source()) + ".");
      }
    }
  }

  /** Screening tells where on the transfers topic it was, look-back where on the screened one. */
  private Optional<Seen> source(List<Seen> seen, SourcePosition source) {
    if (source.partition() != partition) {
      return Optional.empty();
    }
    boolean screened = source.topic().equals(parts.topics().screened());
    if (!screened && !source.topic().equals(parts.topics().transfers())) {
      return Optional.empty();
    }
    return seen.stream()
        .filter(each -> (screened ? each.screenedOffset() : each.offset()) == source.offset())
        .findFirst();
  }

  private void requireIds(String id, AuditedAlert audited, int episodes) {
    Alert alert = audited.alert();
    for (Hit hit : alert.hits()) {
      Listing listing = hit.listing();
      String key = hit.key().toString();
      String listingId =
          HashIds.listing(listing.authority(), listing.list(), listing.entryId(), key);
      if (!listing.listingId().equals(listingId)) {
        differ(Kind.ID_WRONG, audited, "Listing " + listing.listingId() + " is " + listingId + ".");
      }
      String hitId = HashIds.hit(id, hit.role().name(), key, listing.listingId());
      if (!hit.hitId().equals(hitId)) {
        differ(Kind.ID_WRONG, audited, "Hit " + hit.hitId() + " is " + hitId + ".");
      }
    }
    List<String> hits = alert.hits().stream().map(Hit::hitId).toList();
    String kind = alert.kind().name();
    Set<String> ids =
        IntStream.rangeClosed(0, episodes)
            .boxed()
            .flatMap(
                episode ->
                    Stream.of(
                        HashIds.screeningAlert(id, kind, hits, episode),
                        HashIds.lookbackAlert(id, kind, hits, alert.listPosition(), episode)))
            .collect(toSet());
    if (!ids.contains(alert.alertId())) {
      differ(Kind.ID_WRONG, audited, "Alert " + alert.alertId() + " is none of " + ids + ".");
    }
  }

  private void requireAgreement(List<Seen> seen, Seen source, AuditedAlert audited) {
    Alert alert = audited.alert();
    // A drop may name fewer parties than what was sent before, and takes back all hits.
    List<Seen> parties = alert.kind() == AlertKind.RETRACTED ? seen : List.of(source);
    if (!alert.abridged() && !source.whole().equals(Optional.of(alert.transfer()))) {
      differ(
          Kind.ALERT_MISMATCHED,
          audited,
          "Its transfer is not the one at " + words(alert.source()) + ".");
    }
    for (Hit hit : alert.hits()) {
      Optional<Leg> leg =
          parties.stream()
              .flatMap(each -> each.facts().legs().stream())
              .filter(each -> each.role().equals(hit.role().name()))
              .filter(each -> each.address().key().equals(hit.key()))
              .filter(each -> each.address().text().equals(hit.address()))
              .findFirst();
      if (leg.isEmpty()) {
        differ(
            Kind.ALERT_FORGED,
            audited,
            "The transfer has no " + hit.role() + " " + hit.address() + ".");
      } else if (!isKnown(hit)) {
        differ(
            Kind.ALERT_FORGED,
            audited,
            "Neither the list nor its history has listing " + hit.listing().listingId() + ".");
      } else if (hit.match() != match(leg.get().address(), hit.listing())) {
        differ(Kind.ALERT_MISMATCHED, audited, "Hit " + hit.hitId() + " is not " + hit.match());
      }
    }
  }

  private boolean isKnown(Hit hit) {
    AddressKey key = hit.key();
    boolean inRows =
        parts.list().rows(key).stream()
            .map(Row::listings)
            .flatMap(List::stream)
            .anyMatch(listing -> listing.equals(hit.listing()));
    return inRows || parts.list().past(key).contains(hit.listing().listingId());
  }

  /** A row that cannot be read may list the address itself. */
  private static Match match(Address address, Listing listing) {
    boolean itself =
        listing.authority().equals(Listing.UNREADABLE)
            || (listing.derivation().isEmpty()
                && Addresses.readAnyChain(listing.address()) instanceof Address listed
                && address.isSpellingOf(listed));
    return itself ? Match.ADDRESS : Match.KEY;
  }

  private static String words(SourcePosition source) {
    return Tally.where(source.topic(), source.partition(), source.offset());
  }

  private void differ(Kind kind, AuditedAlert alert, String detail) {
    tally.differ(kind, where(alert), alert.alert().transfer().transferId(), detail);
  }
}
