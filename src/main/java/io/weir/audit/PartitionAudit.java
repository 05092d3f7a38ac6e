package io.weir.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.audit.Difference.Kind;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Holds one partition of all topics to account. */
final class PartitionAudit {
  private static final String UNSCREENABLE = "UNSCREENABLE";

  private final Audit.Parts parts;
  private final TopicPartition transfers;
  private final TopicPartition screened;
  private final TopicPartition alerts;
  private final Tally tally;

  PartitionAudit(Audit.Parts parts, int partition) {
    this.parts = parts;
    this.tally = parts.tally();
    this.transfers = new TopicPartition(parts.topics().transfers(), partition);
    this.screened = new TopicPartition(parts.topics().screened(), partition);
    this.alerts = new TopicPartition(parts.topics().alerts(), partition);
  }

  /**
   * Reads the partition.
   *
   * @param end of the transfers, as of the beginning of the audit
   */
  void run(long end) {
    AuditLogs logs = parts.logs();
    AuditScope scope = parts.scope();
    long from = begin(transfers, end);
    long to = Math.min(end, scope.to().flatMap(moment -> logs.at(transfers, moment)).orElse(end));
    long screenedFrom = begin(screened, logs.end(screened));
    Optional<Alignment> start = Alignment.find(logs, transfers, from, to, screened, screenedFrom);
    if (start.isEmpty()) {
      tally.differ(
          Kind.NOT_ALIGNED,
          transfers + "@" + from,
          "",
          "Neither is the first transfer among the screened records nor the first screened record"
              + " among the transfers.");
      return;
    }
    tally.count("transfers left out", start.get().transfers() - from);
    try (Shelf lives = Shelf.in(parts.folder())) {
      long screenedTo = compare(start.get(), to, lives);
      shelveAlerts(lives);
      parts.list().refresh();
      // An alert that is there already is of a record before these ends.
      JudgedRange range =
          new JudgedRange(
              new JudgedRange.Part(transfers, start.get().transfers(), to, logs.end(transfers)),
              new JudgedRange.Part(
                  screened, start.get().screened(), screenedTo, logs.end(screened)));
      new TransferJudge(parts, range).judge(lives);
    }
    parts
        .deadLetters()
        .judgeRest(transfers.partition(), start.get().transfers(), to, logs.end(transfers));
  }

  /** Where to begin: at the moment that was asked for, else with what retention has left. */
  private long begin(TopicPartition partition, long end) {
    AuditLogs logs = parts.logs();
    Optional<Instant> moment = parts.scope().from();
    return moment.isPresent()
        ? logs.at(partition, moment.get()).orElse(end)
        : logs.begin(partition);
  }

  /**
   * Transfers and screened records side by side.
   *
   * @return the offset behind the last screened record of one of these transfers
   */
  private long compare(Alignment start, long to, Shelf lives) {
    AuditLogs logs = parts.logs();
    try (LogReader inputs = logs.read(transfers, start.transfers(), to);
        LogReader outputs = logs.follow(screened, start.screened())) {
      ScreenedRecords records = new ScreenedRecords(outputs, tally);
      long screenedTo = start.screened();
      while (inputs.hasNext()) {
        ConsumerRecord<byte[], byte[]> input = inputs.next();
        Optional<ConsumerRecord<byte[], byte[]>> output = records.of(input);
        compare(input, output, lives);
        screenedTo = output.map(ConsumerRecord::offset).map(last -> last + 1).orElse(screenedTo);
      }
      if (logs.end(transfers) == to) {
        records.rest(logs.end(screened));
      }
      return screenedTo;
    }
  }

  private void shelveAlerts(Shelf lives) {
    try (LogReader reader = parts.logs().read(alerts)) {
      while (reader.hasNext()) {
        ConsumerRecord<byte[], byte[]> alert = reader.next();
        String id = alert.key() == null ? "" : new String(alert.key(), UTF_8);
        lives.put(Keys.of(TransferJudge.ALERT, id, alert.offset()), Flagged.of(alert.value()));
      }
    }
  }

  private void compare(
      ConsumerRecord<byte[], byte[]> input,
      Optional<ConsumerRecord<byte[], byte[]>> output,
      Shelf lives) {
    tally.count("transfers");
    Facts facts = parts.reader().read(input.value());
    Optional<Verdict> verdict =
        output.flatMap(record -> Verdict.of(record.headers(), record.timestamp()));
    if (output.isEmpty()) {
      tally.differ(
          Kind.NOT_SCREENED, input, facts.transferId(), "No screened record has its bytes.");
    } else if (verdict.isEmpty()) {
      tally.differ(Kind.BAD_VERDICT, output.get(), facts.transferId(), "weir-* headers");
    }
    verdict.ifPresent(given -> tally.count(given.outcome().toLowerCase(Locale.ROOT)));
    boolean touched =
        facts.dropped()
            || facts.legs().stream().anyMatch(leg -> parts.list().knows(leg.address().key()))
            || verdict
                .map(given -> given.hasHits() || given.outcome().equals("FLAGGED"))
                .orElse(false);
    if (touched && input.value() != null) {
      lives.put(
          Keys.of(TransferJudge.TRANSFER, facts.transferId(), input.offset()),
          Seen.shelved(input.value(), output.map(ConsumerRecord::offset).orElse(-1L), verdict));
    } else {
      verdict.ifPresent(given -> requireUntouched(output.orElseThrow(), facts, given));
    }
    String reason = facts.reason();
    if (reason.isEmpty()
        && verdict.map(Verdict::outcome).filter(UNSCREENABLE::equals).isPresent()) {
      // Only in full could it not be read; the judge says whether that is so.
      reason = verdict.get().reason();
    }
    OptionalLong screenedAt =
        output.map(record -> OptionalLong.of(record.timestamp())).orElse(OptionalLong.empty());
    parts.deadLetters().judge(input, screenedAt, facts.transferId(), reason);
  }

  /** The record of a transfer that touches nothing that was ever listed. */
  private void requireUntouched(
      ConsumerRecord<byte[], byte[]> output, Facts facts, Verdict verdict) {
    String expected = facts.reason().isEmpty() ? "CLEAR" : UNSCREENABLE;
    if (!verdict.outcome().equals(expected)) {
      tally.differ(
          Kind.WRONG_OUTCOME,
          output,
          facts.transferId(),
          "It is " + verdict.outcome() + ", but should be " + expected + ".");
    } else if (!verdict.reason().equals(facts.reason())) {
      tally.differ(
          Kind.WRONG_REASON,
          output,
          facts.transferId(),
          "It is '" + verdict.reason() + "', but should be '" + facts.reason() + "'.");
    }
  }
}
