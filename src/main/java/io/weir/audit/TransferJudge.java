package io.weir.audit;

import io.weir.audit.Difference.Kind;
import io.weir.domain.Alert;
import io.weir.domain.AlertKind;
import io.weir.domain.Hit;
import io.weir.domain.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** Judges every transfer of one partition that has, had or should have a hit. */
final class TransferJudge {
  /** How a shelf marks the records of transfers. */
  static final char TRANSFER = 't';

  /** How a shelf marks alerts. */
  static final char ALERT = 'a';

  private final Audit.Parts parts;
  private final JudgedRange range;
  private final TopicPartition transfers;
  private final Tally tally;
  private final RecordedHits recorded;
  private final AlertCheck alertCheck;
  private final Lives lives;

  /**
   * @param range of the records that are on the shelf as far as they may have hits
   */
  TransferJudge(Audit.Parts parts, JudgedRange range) {
    this.parts = parts;
    this.range = range;
    this.transfers = range.transfers().partition();
    this.tally = parts.tally();
    this.recorded = new RecordedHits(parts, transfers.partition());
    this.alertCheck = new AlertCheck(parts, transfers.partition());
    this.lives = new Lives(parts, range);
  }

  /** Judges what is on the shelf: the records of transfers, and the alerts. */
  void judge(Shelf shelf) {
    shelf.forEachText(
        TRANSFER,
        (id, rows) -> {
          List<Seen> seen =
              rows.stream()
                  .map(row -> Seen.read(row.number(), row.value(), parts.reader()))
                  .toList();
          judge(id, seen, alerts(shelf, id));
        });
    shelf.forEachText(
        ALERT,
        (id, rows) -> {
          if (!shelf.hasAny(Keys.of(TRANSFER, id))) {
            rows.forEach(row -> stranger(id, row));
          }
        });
  }

  private void judge(String id, List<Seen> seen, List<AuditedAlert> alerts) {
    Set<Long> retracted =
        alerts.stream()
            .filter(each -> each.alert().kind() == AlertKind.RETRACTED)
            .map(each -> each.alert().source())
            .filter(source -> source.topic().equals(transfers.topic()))
            .map(SourcePosition::offset)
            .collect(Collectors.toSet());
    seen.forEach(record -> recorded.judge(record, retracted.contains(record.offset())));
    alertCheck.judge(id, seen, alerts, range);
    if (alerts.stream().anyMatch(each -> range.isBefore(each.alert().source()))) {
      // Records that were not looked at have opened or closed its hits.
      tally.count("transfers whose hits another record has changed since");
      return;
    }
    lives.judge(id, seen, alerts);
  }

  private List<AuditedAlert> alerts(Shelf shelf, String id) {
    List<AuditedAlert> alerts = new ArrayList<>();
    shelf.forEach(
        Keys.of(ALERT, id),
        (key, value) -> alertCheck.read(id, Keys.lastNumber(key), value).ifPresent(alerts::add));
    return alerts;
  }

  /** An alert of a transfer that touches nothing that was ever listed. */
  private void stranger(String id, Shelf.Row row) {
    Optional<AuditedAlert> read = alertCheck.read(id, row.number(), row.value());
    if (read.isEmpty()) {
      return;
    }
    Alert alert = read.get().alert();
    if (range.covers(alert.source())) {
      String hits = alert.hits().stream().map(Hit::address).collect(Collectors.joining(", "));
      tally.differ(
          Kind.ALERT_FORGED,
          alertCheck.where(read.get()),
          id,
          "No transfer of this id touches a listed address; it names " + hits + ".");
    }
  }
}
