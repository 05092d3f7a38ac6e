package io.weir.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Raises the alerts of one transfer. */
public final class Alerts {
  private Alerts() {}

  /**
   * What all alerts of one transfer share.
   *
   * @param listPosition offset of the last list row applied for certain; -1 for none
   * @param episode how often the transfer's hits were retracted before, see {@link Ids#alert}
   * @param lookback whether look-back raises them, so that their ids take in the list position
   */
  public record Occasion(
      AlertKind kind,
      Policy policy,
      long listPosition,
      Instant raisedAt,
      SourcePosition source,
      int episode,
      boolean lookback) {

    /** The occasion of alerts that screening raises. */
    public Occasion(
        AlertKind kind,
        Policy policy,
        long listPosition,
        Instant raisedAt,
        SourcePosition source,
        int episode) {
      this(kind, policy, listPosition, raisedAt, source, episode, false);
    }

    private String idOf(Transfer transfer, List<Hit> hits) {
      List<String> ids = hits.stream().map(Hit::hitId).toList();
      return lookback
          ? Ids.lookbackAlert(transfer.transferId(), kind, ids, listPosition, episode)
          : Ids.alert(transfer.transferId(), kind, ids, episode);
    }
  }

  /** The alert for these hits, with the whole transfer in it. */
  public static Alert raise(Transfer transfer, List<Hit> hits, Occasion occasion) {
    return raise(transfer, transfer, false, hits, occasion);
  }

  private static Alert raise(
      Transfer transfer, Transfer carried, boolean abridged, List<Hit> hits, Occasion occasion) {
    PolicyRule rule = occasion.policy().strictestFor(transfer, hits);
    return new Alert(
        occasion.idOf(transfer, hits),
        occasion.kind(),
        carried,
        abridged,
        hits,
        rule.severity(),
        rule.action(),
        rule.name(),
        occasion.listPosition(),
        occasion.raisedAt(),
        occasion.source(),
        Summary.of(occasion.kind(), transfer, hits));
  }

  /** How large an alert would be on the topic. */
  @FunctionalInterface
  public interface Size {
    /** Bytes of the alert as it is written. */
    int of(Alert alert);
  }

  /**
   * The alerts for these hits, none larger than the limit where that can be had: first the whole
   * transfer, then an abridged one, then the hits halved until each part fits. Every hit is in
   * exactly one of them.
   */
  public static List<Alert> fitting(
      Transfer transfer, List<Hit> hits, Occasion occasion, Size size, int maxBytes) {
    Alert whole = raise(transfer, hits, occasion);
    if (size.of(whole) <= maxBytes) {
      return List.of(whole);
    }
    List<Alert> parts = new ArrayList<>();
    abridge(transfer, hits, occasion, size, maxBytes, parts);
    return parts;
  }

  private static void abridge(
      Transfer transfer,
      List<Hit> hits,
      Occasion occasion,
      Size size,
      int maxBytes,
      List<Alert> parts) {
    Alert alert = raise(transfer, Abridged.to(hits, transfer), true, hits, occasion);
    if (hits.size() == 1 || size.of(alert) <= maxBytes) {
      parts.add(alert);
      return;
    }
    int half = hits.size() / 2;
    abridge(transfer, hits.subList(0, half), occasion, size, maxBytes, parts);
    abridge(transfer, hits.subList(half, hits.size()), occasion, size, maxBytes, parts);
  }
}
