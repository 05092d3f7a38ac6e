package io.weir.lookback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.domain.Ids;
import io.weir.domain.KnownAddress;
import io.weir.domain.Listing;
import io.weir.domain.ListingChange;
import io.weir.domain.LookbackQuestion;
import io.weir.domain.LookbackReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Writes the reports of a scan, one for each of its changes. */
final class ReportWriter {
  private static final long BETWEEN_REPORTS_MS = 2_000;

  private final Lookback lookback;
  private final TopicPartition source;
  private final KnownList list;
  private final ProcessorContext<byte[], Outgoing> context;
  private final Serializer<LookbackReport> writer;
  private long lastReport;

  ReportWriter(
      Lookback lookback,
      TopicPartition source,
      KnownList list,
      ProcessorContext<byte[], Outgoing> context) {
    this.lookback = lookback;
    this.source = source;
    this.list = list;
    this.context = context;
    this.writer = lookback.registry().lookbackReport().serializer();
  }

  /** Says how far a scan is; not with every page. */
  void progress(Scan scan) {
    long now = context.currentSystemTimeMs();
    if (now - lastReport >= BETWEEN_REPORTS_MS) {
      lastReport = now;
      write(scan, LookbackReport.State.RUNNING, now);
    }
  }

  /** Says that a scan is done. */
  void finished(Scan scan) {
    write(scan, LookbackReport.State.FINISHED, context.currentSystemTimeMs());
  }

  private void write(Scan scan, LookbackReport.State state, long now) {
    for (Scan.Task task : scan.tasks()) {
      LookbackReport report = report(scan, task, state, now);
      byte[] bytes =
          lookback.patience().ask(() -> writer.serialize(lookback.topics().reports(), report));
      // The reports topic has one partition.
      context.forward(
          new Record<>(report.reportId().getBytes(UTF_8), new Outgoing(bytes, 0), now),
          Names.WRITE_REPORTS);
    }
  }

  private LookbackReport report(Scan scan, Scan.Task task, LookbackReport.State state, long now) {
    ListingChange change = task.change();
    Optional<String> question = change.question().map(LookbackQuestion::id);
    String what = question.orElseGet(() -> Long.toString(change.position()));
    Scan.Tally tally = scan.tally(task);
    KnownAddress known = list.of(change.key());
    List<Listing> added = question.isPresent() ? known.inForce() : change.addedListings();
    return new LookbackReport(
        Ids.report(change.key(), what, source.partition()),
        state,
        change.key(),
        change.position(),
        question,
        added,
        change.removed(),
        new LookbackReport.Range(
            source.topic(),
            source.partition(),
            scan.from(),
            task.upTo(),
            Math.min(scan.next, task.upTo()),
            time(scan, scan.fromTime),
            time(scan, scan.toTime)),
        new LookbackReport.Work(
            tally.segments,
            tally.segmentsRead,
            scan.examined,
            tally.matched,
            tally.opened,
            tally.closed),
        Instant.ofEpochMilli(scan.startedAt()),
        Instant.ofEpochMilli(now));
  }

  private static Optional<Instant> time(Scan scan, long epochMillis) {
    return scan.examined == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(epochMillis));
  }
}
