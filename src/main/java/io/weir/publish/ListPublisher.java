package io.weir.publish;

import io.weir.domain.ListEvent;
import io.weir.domain.ListManifest;
import io.weir.domain.Refusal;
import io.weir.domain.Retrieval;
import io.weir.lists.ListDiff;
import io.weir.lists.ListId;
import io.weir.lists.Publication;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/*
 * One writer. All publishers of an environment share one transactional id. Opening a publisher
 * fences the one before and aborts what it left open, and only then are the topics read; so a
 * difference is always taken from what will still be there when it is written.
 *
 * All or nothing. Rows, withdrawals, the events of the history and the manifest, which comes last,
 * are one transaction. A process that dies leaves an open transaction: readers of committed records
 * see none of it, and the next publisher, or the broker after the time-out, aborts it.
 */
/** The only writer of the list topics. */
public final class ListPublisher implements AutoCloseable {

  /** Ten million rows take less; the broker's own limit is fifteen minutes. */
  private static final int TRANSACTION_TIMEOUT_MS = (int) Duration.ofMinutes(5).toMillis();

  private final ListTopics topics;
  private final Clock clock;
  private final ListProgress progress;
  private final Producer<byte[], byte[]> producer;
  private final ListRecords records;

  private ListPublisher(
      ListTopics topics, Clock clock, ListProgress progress, Producer<byte[], byte[]> producer) {
    this.topics = topics;
    this.clock = clock;
    this.progress = progress;
    this.producer = producer;
    this.records = new ListRecords(topics);
  }

  /**
   * Takes the place of any other publisher of this environment.
   *
   * @throws ListNotPublished when the cluster does not let it
   */
  public static ListPublisher open(ListTopics topics, Clock clock) {
    return open(topics, clock, ListProgress.NONE);
  }

  /** The same, for somebody who watches. */
  public static ListPublisher open(ListTopics topics, Clock clock, ListProgress progress) {
    return open(
        topics,
        clock,
        progress,
        settings ->
            new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()));
  }

  static ListPublisher open(
      ListTopics topics,
      Clock clock,
      ListProgress progress,
      Function<Map<String, Object>, Producer<byte[], byte[]>> producers) {
    Map<String, Object> settings = new HashMap<>(topics.producer());
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "weir-lists-" + topics.environment());
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, topics.patience().toMillis());
    Producer<byte[], byte[]> producer = producers.apply(settings);
    boolean open = false;
    try {
      producer.initTransactions();
      open = true;
      return new ListPublisher(topics, clock, progress, producer);
    } catch (KafkaException e) {
      throw ListNotPublished.because("Kafka gives no transaction: " + e.getMessage(), e);
    } finally {
      if (!open) {
        producer.close(Duration.ZERO);
      }
    }
  }

  /**
   * Holds a publication against the topics as they are now.
   *
   * @throws ListTopicMissing when one does not exist
   * @throws ListTopicUnread when one cannot be read to its end
   */
  public ListLoad prepare(Publication publication) {
    return ListLoad.of(publication, HeldLists.read(topics, progress));
  }

  /** The same for the withdrawal of a whole list. */
  public ListDrop prepareDrop(ListId id) {
    return ListDrop.of(id, HeldLists.read(topics, progress));
  }

  /**
   * Writes what a load prepared by this publisher changes, its history, and its manifest. When it
   * changes nothing and the publication is the one in force, the manifest alone.
   *
   * @return the manifest
   * @throws ListNotPublished when nothing of it was written
   */
  public ListManifest publish(ListLoad load) {
    Instant at = now(load.held().lastLoads());
    ListManifest manifest = load.manifest(at);
    Stream<ListEvent> events =
        load.writesHistory(manifest) ? LoadEvents.of(load, manifest, at) : Stream.empty();
    write(load.id(), load.diff(), events, Optional.of(manifest));
    return manifest;
  }

  /**
   * Withdraws a list as a whole.
   *
   * @param drop prepared by this publisher
   * @throws ListNotPublished when nothing of it was written
   */
  public void publish(ListDrop drop) {
    Instant at = now(drop.held().lastLoads());
    write(drop.id(), drop.diff(), LoadEvents.of(drop, at), Optional.empty());
  }

  /**
   * Writes down that the publication in force was found to be still the newest, without reading it
   * again.
   *
   * @param retrieval what the server said
   * @return the manifest
   * @throws IllegalStateException when the list in force is not one whole publication: then nobody
   *     can say that it is the newest
   * @throws ListNotPublished when nothing was written
   */
  public ListManifest confirm(ListId id, Retrieval retrieval) {
    HeldManifests held = HeldManifests.read(topics);
    ListManifest inForce =
        held.of(id)
            .filter(present -> present.additionsFrom().isEmpty())
            .orElseThrow(() -> new IllegalStateException("No whole publication of " + id));
    return confirm(held, id, inForce, retrieval);
  }

  /**
   * Confirms the publication in force when a file is that publication still, and nobody has written
   * to the list topic since it was loaded: then to read the file as a list would change nothing.
   *
   * @return the manifest; empty when the file has to be read to know
   * @throws ListNotPublished when nothing was written
   */
  public Optional<ListManifest> confirm(KnownFile file) {
    HeldManifests held = HeldManifests.read(topics);
    return held.of(file.id())
        .filter(file::isInForce)
        .filter(
            manifest ->
                manifest
                    .rowsEnd()
                    .equals(
                        OptionalLong.of(new TopicScan(topics.addresses(), topics, progress).end())))
        .map(manifest -> confirm(held, file.id(), manifest, file.retrieval()));
  }

  /**
   * Counts a publication that was refused: in the manifest in force, when there is one, and in the
   * history.
   *
   * @throws ListNotPublished when nothing was written
   */
  public void refuse(ListId id, Refusal refusal) {
    HeldManifests held = HeldManifests.read(topics);
    Refusal told = Told.of(refusal, held.next(refusal.at()));
    write(
        Stream.concat(
            Stream.of(records.event(LoadEvents.refused(id, told))),
            held.of(id).stream()
                .map(manifest -> records.manifest(id, Optional.of(manifest.refused(told))))));
  }

  private ListManifest confirm(
      HeldManifests held, ListId id, ListManifest inForce, Retrieval retrieval) {
    ListManifest confirmed = inForce.confirmed(now(held), retrieval);
    write(Stream.of(records.manifest(id, Optional.of(confirmed))));
    return confirmed;
  }

  /** The topics keep milliseconds; what is remembered here should not differ from them. */
  private Instant now(HeldManifests held) {
    return held.next(clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  private void write(
      ListId id, ListDiff diff, Stream<ListEvent> events, Optional<ListManifest> manifest) {
    AtomicLong sent = new AtomicLong();
    try (ListProgress.Task task = progress.begin("Publishing " + id, diff.changes().size())) {
      write(
          Stream.of(
                  records.rows(diff).peek(row -> task.reached(sent.incrementAndGet())),
                  events.map(records::event),
                  Stream.of(records.manifest(id, manifest)))
              .flatMap(Function.identity()));
    }
  }

  private void write(Stream<ProducerRecord<byte[], byte[]>> all) {
    new ListTransaction(producer).write(all);
  }

  @Override
  public void close() {
    producer.close(topics.patience());
  }
}
