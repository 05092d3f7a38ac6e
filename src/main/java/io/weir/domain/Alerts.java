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

  /** How an alert is written to the topic. */
  @FunctionalInterface
  public interface Writing {
    byte[] bytes(Alert alert);
  }

  /**
   * An alert, and how it is written.
   *
   * @param bytes not to be changed
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared; on its way to a topic
  public record Written(Alert alert, byte[] bytes) {}

  /**
   * The alerts for these hits, none larger than the limit where that can be had: first the whole
   * transfer, then an abridged one, then the hits halved until each part fits. Every hit is in
   * exactly one of them.
   */
  public static List<Written> fitting(
      Transfer transfer, List<Hit> hits, Occasion occasion, Writing writing, int maxBytes) {
    Written whole = written(raise(transfer, hits, occasion), writing);
    if (whole.bytes().length <= maxBytes) {
      return List.of(whole);
    }
    List<Written> parts = new ArrayList<>();
    abridge(transfer, hits, occasion, writing, maxBytes, parts);
    return parts;
  }

  private static Written written(Alert alert, Writing writing) {
    return new Written(alert, writing.bytes(alert));
  }

  private static void abridge(
      Transfer transfer,
      List<Hit> hits,
      Occasion occasion,
      Writing writing,
      int maxBytes,
      List<Written> parts) {
    Written alert =
        written(raise(transfer, Abridged.to(hits, transfer), true, hits, occasion), writing);
    if (hits.size() == 1 || alert.bytes().length <= maxBytes) {
      parts.add(alert);
      return;
    }
    int half = hits.size() / 2;
    abridge(transfer, hits.subList(0, half), occasion, writing, maxBytes, parts);
    abridge(transfer, hits.subList(half, hits.size()), occasion, writing, maxBytes, parts);
  }
}
