package io.weir.screening;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.address.QuickChains;
import io.weir.avro.RegistryPatience;
import io.weir.avro.TransferReader;
import io.weir.bundle.Bundle;
import io.weir.domain.Action;
import io.weir.domain.Alert;
import io.weir.domain.AlertKind;
import io.weir.domain.Alerts;
import io.weir.domain.Hit;
import io.weir.domain.Hits;
import io.weir.domain.Legs;
import io.weir.domain.Outcome;
import io.weir.domain.Parties;
import io.weir.domain.PromptCommits;
import io.weir.domain.SourcePosition;
import io.weir.domain.Transfer;
import io.weir.domain.TransferStatus;
import io.weir.domain.Unscreenable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Screens one record of the transfers topic. Whatever the record holds, it ends as one screened
 * record with a verdict; what could not be screened is also a dead letter.
 */
final class ScreenTransfer implements Processor<byte[], byte[], byte[], Routed> {
  private static final long MILLIS_OF_A_DAY = Duration.ofDays(1).toMillis();

  private final Screening screening;
  private final TransferReader reader;
  private final CertainlyClear certainlyClear;
  private final RegistryPatience patience;
  private final Serializer<Alert> alertWriter;
  private final ClearHeaders clearHeaders = new ClearHeaders();
  private ProcessorContext<byte[], Routed> context;
  private RaisedHits raised;
  private PromptCommits commits;

  private LocalDate today = LocalDate.EPOCH;

  ScreenTransfer(Screening screening) {
    this.screening = screening;
    this.reader = new TransferReader(screening.registry().client());
    this.certainlyClear =
        new CertainlyClear(
            reader, new QuickChains(screening.chains()), screening.list(), screening.helpers());
    this.patience = screening.patience();
    this.alertWriter = screening.registry().alert().serializer();
  }

  @Override
  public void init(ProcessorContext<byte[], Routed> context) {
    this.context = context;
    KeyValueStore<Bytes, byte[]> store = context.getStateStore(Names.RAISED_HITS);
    this.raised = new RaisedHits(store);
    // A task stays with the thread that initialises it.
    this.commits = screening.pace().ofThisThread();
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    today = today();
    List<ConsumerRecord<byte[], byte[]>> records = Bundle.in(record, context.recordMetadata());
    long position = positionToScreenAt();
    certainlyClear.look(records);
    Bundle.each(records, (each, index) -> screen(each, index, position));
    commitWhenDue();
  }

  /**
   * Taken before the look-ups: the verdict then holds for every row up to it.
   *
   * @throws ListUnusable when nothing may be cleared against the list as it stands
   */
  private long positionToScreenAt() {
    ListIndex list = screening.list();
    if (!list.isUsable(today)) {
      list.refuse(screening.topics().sanctionedAddresses(), today);
    }
    return list.position();
  }

  /**
   * @param index of the record among those that were looked at
   * @param looked where the list stood then
   */
  private void screen(ConsumerRecord<byte[], byte[]> record, int index, long looked) {
    refuseOversized(record);
    if (screening.list().position() == looked) {
      screen(record, looked, certainlyClear.test(index));
    } else {
      // The list has changed meanwhile: long ago, when a record before this one had to wait.
      long position = positionToScreenAt();
      screen(record, position, certainlyClear.testAlone(record));
    }
  }

  private void screen(ConsumerRecord<byte[], byte[]> record, long position, boolean certain) {
    if (certain) {
      clear(record, position);
      return;
    }
    // Mostly it is a hit, which the whole is needed for.
    TransferReader.Result<Transfer> whole = patience.ask(() -> reader.whole(record.value()));
    TransferReader.Result<Parties> parties =
        patience.ask(() -> reader.parties(record.value(), whole));
    if (parties.value().isEmpty()) {
      unscreenable(record, position, parties.problem().orElseThrow());
      return;
    }
    screen(record, position, parties.value().get(), whole);
  }

  /** The day on which it is screened, UTC; made anew once a day. */
  private LocalDate today() {
    long day = Math.floorDiv(context.currentSystemTimeMs(), MILLIS_OF_A_DAY);
    return day == today.toEpochDay() ? today : LocalDate.ofEpochDay(day);
  }

  private void screen(
      ConsumerRecord<byte[], byte[]> record,
      long position,
      Parties parties,
      TransferReader.Result<Transfer> whole) {
    Legs legs = Legs.of(parties, screening.chains());
    List<Hit> hits =
        patience.ask(() -> Hits.of(parties.transferId(), legs.legs(), screening.list(), today));
    List<Hit> open = parties.dropped() ? raised.open(parties.transferId()) : List.of();
    if (hits.isEmpty() && open.isEmpty()) {
      if (legs.problem().isPresent()) {
        unscreenable(record, position, legs.problem().get());
      } else {
        clear(record, position);
      }
      return;
    }
    if (whole.value().isEmpty()) {
      unscreenable(record, position, whole.problem().orElseThrow());
      return;
    }
    flagged(record, position, whole.value().get(), hits, open, legs.problem());
  }

  private void clear(ConsumerRecord<byte[], byte[]> record, long position) {
    if (screening.settings().screenedOutput()) {
      forward(record, clearHeaders.on(record.headers(), position));
    }
    screening.meters().screened(Outcome.CLEAR);
  }

  private void flagged(
      ConsumerRecord<byte[], byte[]> record,
      long position,
      Transfer transfer,
      List<Hit> hits,
      List<Hit> retracted,
      Optional<Unscreenable> problem) {
    String id = transfer.transferId();
    if (!retracted.isEmpty()) {
      raise(AlertKind.RETRACTED, record, position, transfer, retracted);
      raised.retract(id, retracted);
    }
    if (transfer.status() != TransferStatus.DROPPED) {
      List<Hit> fresh = hits.stream().filter(hit -> !raised.isOpen(id, hit)).toList();
      if (!fresh.isEmpty()) {
        raise(AlertKind.HIT, record, position, transfer, fresh);
        raised.remember(id, fresh);
      }
    }
    List<Hit> decisive = hits.isEmpty() ? retracted : hits;
    Action action = screening.policy().strictestFor(transfer, decisive).action();
    verdict(record, Outcome.FLAGGED, Optional.of(action), position, hits, problem);
    // Flagged or not, a party that could not be read is a dead letter.
    problem.ifPresent(unread -> deadLetter(record, unread));
  }

  private void raise(
      AlertKind kind,
      ConsumerRecord<byte[], byte[]> source,
      long position,
      Transfer transfer,
      List<Hit> hits) {
    Alerts.Occasion occasion =
        new Alerts.Occasion(
            kind,
            screening.policy(),
            position,
            Instant.ofEpochMilli(context.currentSystemTimeMs()),
            new SourcePosition(source.topic(), source.partition(), source.offset()),
            raised.episode(transfer.transferId()));
    List<Alerts.Written> alerts =
        Alerts.fitting(transfer, hits, occasion, this::write, screening.settings().maxAlertBytes());
    for (Alerts.Written written : alerts) {
      byte[] key = transfer.transferId().getBytes(UTF_8);
      context.forward(
          new Record<>(
              key, new Routed(written.bytes(), source.partition()), context.currentSystemTimeMs()),
          Names.WRITE_ALERTS);
      screening.meters().alerted(written.alert().kind(), written.alert().action());
    }
    commits.want();
  }

  private byte[] write(Alert alert) {
    return patience.ask(() -> alertWriter.serialize(screening.topics().alerts(), alert));
  }

  /** Also for alerts of earlier records, when they had to wait. */
  private void commitWhenDue() {
    if (commits.isDue(context.currentSystemTimeMs())) {
      context.commit();
    }
  }

  private void unscreenable(
      ConsumerRecord<byte[], byte[]> record, long position, Unscreenable problem) {
    verdict(
        record, Outcome.UNSCREENABLE, Optional.empty(), position, List.of(), Optional.of(problem));
    deadLetter(record, problem);
  }

  private void deadLetter(ConsumerRecord<byte[], byte[]> record, Unscreenable problem) {
    Headers headers = DeadLetterHeaders.on(record.headers(), problem, record);
    // The dead-letters topic has one partition.
    context.forward(
        new Record<>(
            record.key(), new Routed(record.value(), 0), context.currentSystemTimeMs(), headers),
        Names.WRITE_DEAD_LETTERS);
    screening.meters().deadLettered(problem.reason());
  }

  private void verdict(
      ConsumerRecord<byte[], byte[]> record,
      Outcome outcome,
      Optional<Action> action,
      long position,
      List<Hit> hits,
      Optional<Unscreenable> problem) {
    if (screening.settings().screenedOutput()) {
      int room = screening.settings().maxRecordBytes() - size(record);
      forward(
          record,
          VerdictHeaders.on(record.headers(), outcome, action, position, hits, problem, room));
    }
    screening.meters().screened(outcome);
  }

  /** Its timestamp says when it was screened. */
  private void forward(ConsumerRecord<byte[], byte[]> record, Headers headers) {
    Routed routed = new Routed(record.value(), record.partition());
    context.forward(
        new Record<>(record.key(), routed, context.currentSystemTimeMs(), headers),
        Names.WRITE_SCREENED);
  }

  /**
   * A record that cannot be written on with its verdict stops screening: Kafka's limit is on the
   * compressed batch, so one may come that is larger than any limit says. It waits, not lost.
   */
  private void refuseOversized(ConsumerRecord<byte[], byte[]> record) {
    long bytes = (long) size(record) + VerdictHeaders.bytes(record.headers());
    if (bytes + VerdictHeaders.OTHER_BYTES > screening.settings().maxRecordBytes()) {
      throw new OversizedRecord(record.topic(), record.partition(), record.offset(), bytes);
    }
  }

  private static int size(ConsumerRecord<byte[], byte[]> record) {
    return (record.key() == null ? 0 : record.key().length)
        + (record.value() == null ? 0 : record.value().length);
  }
}
