package io.weir.lookback;

import io.weir.bundle.Bundle;
import io.weir.domain.ListingChange;
import io.weir.domain.PromptCommits;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One partition of look-back: takes transfers and changes of the list in one order, indexes the
 * ones and scans for the others.
 */
final class LookBack implements Processor<byte[], byte[], byte[], Outgoing> {
  private static final Logger LOG = LoggerFactory.getLogger(LookBack.class);
  private static final Duration HOUSEKEEPING = Duration.ofMinutes(1);
  private static final Duration PROGRESS = Duration.ofSeconds(10);
  private static final long MILLIS_OF_A_DAY = Duration.ofDays(1).toMillis();
  private static final long NANOS_OF_A_MILLI = 1_000_000;

  private final Lookback lookback;
  private final ThreadLocal<PromptCommits> commits;
  private final Deserializer<ListingChange> changes;
  private ProcessorContext<byte[], Outgoing> context;
  private TopicPartition partition;
  private Log log;
  private ScreenedReader reader;
  private StoredList list;
  private ArrivalRule arrival;
  private History history;
  private ScanQueue scans;
  private ScanPage page;
  private AlertWriter alerts;
  private ReportWriter reports;
  private IndexingProgress progress;
  private LivesCleaner cleaner;
  private LocalDate today = LocalDate.EPOCH;

  /**
   * @param commits of each thread, shared by its tasks
   */
  LookBack(Lookback lookback, ThreadLocal<PromptCommits> commits) {
    this.lookback = lookback;
    this.commits = commits;
    this.changes = lookback.registry().listingChange().deserializer();
  }

  /** Everything in memory is made anew: a task that is revived comes here again. */
  @Override
  public void init(ProcessorContext<byte[], Outgoing> context) {
    this.context = context;
    this.partition =
        new TopicPartition(lookback.topics().screenedTransfers(), context.taskId().partition());
    this.log = lookback.logs().get();
    this.reader = new ScreenedReader(lookback);
    this.list = new StoredList(store(Names.KNOWN_ADDRESSES));
    StoredLives lives = new StoredLives(store(Names.HIT_LIVES));
    this.cleaner = new LivesCleaner(lives);
    this.arrival = new ArrivalRule(list, lives, this::earlier);
    this.history =
        new History(
            new SegmentIndex(store(Names.SEGMENTS), store(Names.FILTERS)),
            log,
            partition,
            reader,
            arrival::isInDoubt,
            lookback.settings().segmentRecords());
    this.scans = new ScanQueue(store(Names.SCANS));
    this.alerts = new AlertWriter(lookback, reader, partition, context, commits);
    this.reports = new ReportWriter(lookback, partition, list, context);
    this.page =
        new ScanPage(history, log, partition, reader, new ScanRule(list, lives), alerts::raise);
    context.schedule(
        lookback.settings().pagePause(),
        PunctuationType.WALL_CLOCK_TIME,
        now -> {
          scan();
          alerts.commitWhenDue();
        });
    this.progress = new IndexingProgress(partition.partition());
    context.schedule(PROGRESS, PunctuationType.WALL_CLOCK_TIME, now -> tellProgress());
    context.schedule(HOUSEKEEPING, PunctuationType.WALL_CLOCK_TIME, now -> dropExpired());
    stands();
  }

  private KeyValueStore<Bytes, byte[]> store(String name) {
    return context.getStateStore(name);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    Bundle.each(Bundle.in(record, context.recordMetadata()), (each, index) -> take(each));
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    if (record.topic().equals(lookback.topics().listingChanges())) {
      changed(record.value());
    } else {
      arrived(record);
    }
  }

  private void arrived(ConsumerRecord<byte[], byte[]> record) {
    history.ready(OptionalLong.of(record.offset()));
    Verdict verdict = Verdict.read(record.headers());
    long position = verdict.position();
    boolean plain =
        verdict.hits().isEmpty()
            && !verdict.tooMany()
            && reader.skim(record.value())
            && !list.changedAbove(reader.keys(), reader.count(), position);
    if (!plain) {
      position = consider(record, verdict);
    }
    int before = history.closed().all().size();
    history.arrived(record.offset(), record.timestamp(), position);
    lookback.meters().indexed();
    if (history.closed().all().size() != before) {
      stands();
    }
  }

  /** Holds a transfer against the list; the position that it counts as screened at. */
  private long consider(ConsumerRecord<byte[], byte[]> record, Verdict verdict) {
    Optional<Passed> transfer =
        reader.read(record.offset(), record.timestamp(), record.value(), verdict);
    if (transfer.isEmpty()) {
      return verdict.position();
    }
    alerts.raise(transfer.get(), record.value(), arrival.arrive(transfer.get(), today()));
    return arrival.isInDoubt(transfer.get()) ? -1 : verdict.position();
  }

  /** A record that has passed; empty when retention has taken it. */
  private Optional<Passed> earlier(long offset) {
    Log.Page page;
    do {
      page = log.read(partition, offset, offset + 1, 1);
      // Nothing, and nothing to go on behind: the broker did not answer in time.
    } while (page.next() == offset);
    // Not the task's own reader, which has the keys of the transfer that arrives.
    ScreenedReader again = new ScreenedReader(lookback);
    return page.records().stream()
        .findFirst()
        .flatMap(
            record ->
                again.read(
                    record.offset(),
                    record.timestamp(),
                    record.value(),
                    Verdict.read(record.headers())));
  }

  private void changed(byte[] value) {
    ListingChange change =
        lookback
            .patience()
            .ask(() -> changes.deserialize(lookback.topics().listingChanges(), value));
    if (change.question().isEmpty()) {
      if (change.position() <= list.of(change.key()).position()) {
        return;
      }
      list.apply(change);
    }
    if (change.question().isPresent()
        || (change.concernsThePast() && history.holdsBefore(change.position()))) {
      scans.add(change, history.next());
      stands();
    }
  }

  private void scan() {
    if (scans.size() == 0) {
      return;
    }
    try {
      takePage();
    } catch (RetriableException e) {
      LOG.warn("The log does not answer; the scan goes on with the next page", e);
    }
  }

  private void takePage() {
    long now = context.currentSystemTimeMs();
    history.ready(OptionalLong.empty());
    Scan scan = scans.running().orElseGet(() -> scans.start(log.beginning(partition), now));
    long deadline =
        System.nanoTime() + lookback.settings().pageTime().toMillis() * NANOS_OF_A_MILLI;
    int read =
        page.take(
            scan, lookback.settings().pageRecords(), () -> System.nanoTime() > deadline, today());
    lookback.meters().examined(read);
    if (scan.isDone()) {
      reports.finished(scan);
      scans.finish(scan);
      commits.get().want();
      stands();
      LOG.info(
          "A look-back is done partition={} changes={} examined={}",
          partition.partition(),
          scan.tasks().size(),
          scan.examined);
    } else {
      scans.save(scan);
      reports.progress(scan);
    }
  }

  private void dropExpired() {
    try {
      long oldest = log.beginning(partition);
      if (history.dropExpired(oldest) > 0) {
        stands();
      }
      cleaner.clean(oldest);
    } catch (RetriableException e) {
      LOG.debug("Retention is looked at again in a minute", e);
    }
  }

  private void tellProgress() {
    try {
      progress
          .look(log.beginning(partition), history.next(), log.end(partition))
          .ifPresent(LOG::info);
    } catch (RetriableException e) {
      LOG.debug("Progress is looked at again in some seconds", e);
    }
  }

  private void stands() {
    lookback.meters().stands(partition.partition(), history.closed(), scans);
  }

  /** The day, UTC; made anew once a day. */
  private LocalDate today() {
    long day = Math.floorDiv(context.currentSystemTimeMs(), MILLIS_OF_A_DAY);
    if (day != today.toEpochDay()) {
      today = LocalDate.ofEpochDay(day);
    }
    return today;
  }

  @Override
  public void close() {
    if (log != null) {
      log.close();
      lookback.meters().leaves(partition.partition());
    }
  }
}
