package io.weir.lookback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.avro.TransferReader;
import io.weir.domain.Alert;
import io.weir.domain.Alerts;
import io.weir.domain.PromptCommits;
import io.weir.domain.SourcePosition;
import io.weir.domain.Transfer;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the alerts of what was found. */
final class AlertWriter {
  private static final Logger LOG = LoggerFactory.getLogger(AlertWriter.class);

  private final Lookback lookback;
  private final ScreenedReader reader;
  private final TopicPartition source;
  private final ProcessorContext<byte[], Outgoing> context;
  private final Serializer<Alert> writer;

  /** One for all tasks of a thread, because a commit stops them all. */
  private final ThreadLocal<PromptCommits> commits;

  AlertWriter(
      Lookback lookback,
      ScreenedReader reader,
      TopicPartition source,
      ProcessorContext<byte[], Outgoing> context,
      ThreadLocal<PromptCommits> commits) {
    this.lookback = lookback;
    this.commits = commits;
    this.reader = reader;
    this.source = source;
    this.context = context;
    this.writer = lookback.registry().alert().serializer();
  }

  /** Raises what was found about one record of the screened topic. */
  void raise(Passed passed, byte[] value, List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    TransferReader.Result<Transfer> whole = reader.whole(value);
    if (whole.value().isEmpty()) {
      // Its parties can be read and the rest cannot: screening made it a dead letter, with a
      // reason.
      LOG.error(
          "A transfer with hits cannot be read offset={} reason={}",
          passed.offset(),
          whole.problem().orElseThrow().detail());
      return;
    }
    findings.forEach(finding -> raise(passed, whole.value().get(), finding));
    commits.get().want();
    commitWhenDue();
  }

  private void raise(Passed passed, Transfer transfer, Finding finding) {
    long now = context.currentSystemTimeMs();
    Alerts.Occasion occasion =
        new Alerts.Occasion(
            finding.kind(),
            lookback.policy(),
            finding.position(),
            Instant.ofEpochMilli(now),
            new SourcePosition(source.topic(), source.partition(), passed.offset()),
            finding.episode(),
            true);
    List<Alerts.Written> alerts =
        Alerts.fitting(
            transfer, finding.hits(), occasion, this::bytes, lookback.settings().maxAlertBytes());
    for (Alerts.Written written : alerts) {
      context.forward(
          new Record<>(
              transfer.transferId().getBytes(UTF_8),
              new Outgoing(written.bytes(), source.partition()),
              now),
          Names.WRITE_ALERTS);
      lookback.meters().alerted(written.alert().kind(), written.alert().action());
    }
  }

  private byte[] bytes(Alert alert) {
    return lookback.patience().ask(() -> writer.serialize(lookback.topics().alerts(), alert));
  }

  /** Asks for the commit of alerts that had to wait; to be called often. */
  void commitWhenDue() {
    if (commits.get().isDue(context.currentSystemTimeMs())) {
      context.commit();
    }
  }
}
