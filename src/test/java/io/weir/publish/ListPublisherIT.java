package io.weir.publish;

import static io.weir.publish.ListCluster.KOREA;
import static io.weir.publish.ListCluster.publication;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.address.AddressKey;
import io.weir.avro.RegistrySerdes;
import io.weir.avro.RegistryUnavailable;
import io.weir.domain.ListManifest;
import io.weir.domain.Listing;
import io.weir.domain.Retrieval;
import io.weir.lists.ListId;
import io.weir.lists.Publication;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListPublisherIT {
  private static final String ONE = "0x" + "1".repeat(40);
  private static final String TWO = "0x" + "2".repeat(40);
  private static final AddressKey KEY_ONE = AddressKey.parse("account:" + "1".repeat(40));
  private static final AddressKey KEY_TWO = AddressKey.parse("account:" + "2".repeat(40));
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private static ListCluster cluster;

  private ListTopics topics;

  @BeforeAll
  static void start(@TempDir Path folder) {
    cluster = new ListCluster(folder);
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @BeforeEach
  void freshTopics() throws Exception {
    topics = cluster.topics();
  }

  @Test
  void shouldHoldExactlyWhatWasPublished() throws Exception {
    Publication publication = publication("", "1", ONE, "2", TWO, "3", ONE);

    ListManifest manifest = load(publication);

    HeldLists held = HeldLists.read(topics);
    assertThat(held.rows().keySet()).containsExactlyInAnyOrder(KEY_ONE, KEY_TWO);
    held.rows()
        .forEach(
            (key, row) ->
                assertThat(row.listings()).containsExactlyElementsOf(publication.rows().get(key)));
    assertThat(held.unreadable()).isEmpty();
    assertThat(held.unusableKeys()).isEmpty();
    assertThat(held.manifest(KOREA)).contains(manifest);
    assertThat(manifest.loadedAt()).isEqualTo(NOW);
    assertThat(manifest.entries()).isEqualTo(3);
    assertThat(manifest.addresses()).isEqualTo(2);
    assertThat(manifest.added()).isEqualTo(3);
  }

  @Test
  void shouldWriteNoRowButAManifestWhenNothingChanged() throws Exception {
    load(publication("", "1", ONE));
    ListManifest again = load(publication("", "1", ONE));

    assertThat(cluster.records(topics.addresses())).hasSize(1);
    assertThat(cluster.records(topics.manifests())).hasSize(2);
    assertThat(again.added() + again.amended() + again.removed()).isZero();
  }

  @Test
  void shouldAmendAndWithdraw() throws Exception {
    load(publication("", "1", ONE, "2", TWO));
    ListManifest manifest = load(publication(" as amended", "1", ONE));

    HeldLists held = HeldLists.read(topics);
    assertThat(held.rows()).containsOnlyKeys(KEY_ONE);
    assertThat(held.rows().get(KEY_ONE).listings())
        .extracting(Listing::name)
        .containsExactly("Name of 1 as amended");
    assertThat(manifest.amended()).isEqualTo(1);
    assertThat(manifest.removed()).isEqualTo(1);
    assertThat(cluster.records(topics.addresses()))
        .last()
        .satisfies(
            record -> assertThat(new String(record.key(), UTF_8)).isEqualTo(KEY_TWO.toString()))
        .satisfies(record -> assertThat(record.value()).isNull());
  }

  @Test
  void shouldShowNothingOfALoadThatDiedHalfWay() throws Exception {
    load(publication("", "1", ONE));
    Producer<byte[], byte[]> dying = dyingPublisher();
    dying.send(new ProducerRecord<>(topics.addresses(), bytes(KEY_ONE), null)).get();
    // Without time to abort.
    dying.close(Duration.ZERO);

    HeldLists meanwhile = HeldLists.read(topics);
    load(publication("", "1", ONE, "2", TWO));
    HeldLists after = HeldLists.read(topics);

    assertThat(meanwhile.rows()).containsOnlyKeys(KEY_ONE);
    assertThat(after.rows()).containsOnlyKeys(KEY_ONE, KEY_TWO);
    assertThat(cluster.records(topics.addresses()))
        .extracting(ConsumerRecord::value)
        .doesNotContainNull();
  }

  @Test
  void shouldFenceThePublisherThatCameBefore() throws Exception {
    try (ListPublisher first = ListPublisher.open(topics, clock())) {
      ListLoad late = first.prepare(publication("", "1", ONE));
      load(publication("", "2", TWO));

      assertThatThrownBy(() -> first.publish(late))
          .isInstanceOf(ListNotPublished.class)
          .hasMessage(
              "Nothing was published, the list in force stays. Another load began after this one"
                  + " and took its place; when it is done, run this one again.");
    }
    assertThat(HeldLists.read(topics).rows()).containsOnlyKeys(KEY_TWO);
  }

  @Test
  void shouldSendNothingWhenTheRegistryDoesNotAnswer() throws Exception {
    ListTopics deaf =
        ListCluster.through(RegistrySerdes.at("http://127.0.0.1:1", Map.of()), topics);

    try (ListPublisher publisher = ListPublisher.open(deaf, clock())) {
      ListLoad load = publisher.prepare(publication("", "1", ONE));
      assertThatThrownBy(() -> publisher.publish(load)).isInstanceOf(RegistryUnavailable.class);
    }

    assertThat(cluster.records(topics.addresses())).isEmpty();
    assertThat(cluster.records(topics.manifests())).isEmpty();
  }

  @Test
  void shouldReplaceAnUnreadableRowThatThePublicationNames() throws Exception {
    cluster.write(topics.addresses(), KEY_ONE.toString(), new byte[] {0, 1, 2});
    assertThat(HeldLists.read(topics).unreadable()).containsExactly(KEY_ONE);

    load(publication("", "1", ONE));

    HeldLists held = HeldLists.read(topics);
    assertThat(held.unreadable()).isEmpty();
    assertThat(held.rows()).containsOnlyKeys(KEY_ONE);
  }

  @Test
  void shouldKeepAndReportAnUnreadableRowThatThePublicationDoesNotName() throws Exception {
    cluster.write(topics.addresses(), KEY_TWO.toString(), "junk".getBytes(UTF_8));
    cluster.write(topics.addresses(), "no-key", "junk".getBytes(UTF_8));

    try (ListPublisher publisher = ListPublisher.open(topics, clock())) {
      ListLoad load = publisher.prepare(publication("", "1", ONE));
      assertThat(load.diff().unreadable()).containsExactly(KEY_TWO);
      assertThat(load.held().unusableKeys()).containsExactly("no-key");
      publisher.publish(load);
    }

    assertThat(HeldLists.read(topics).unreadable()).containsExactly(KEY_TWO);
  }

  @Test
  void shouldSayThatAManifestCannotBeRead() throws Exception {
    cluster.write(topics.manifests(), KOREA.toString(), "junk".getBytes(UTF_8));

    HeldLists held = HeldLists.read(topics);

    assertThat(held.manifest(KOREA)).isEmpty();
    assertThat(held.unreadableManifests()).containsExactly("KR/MOFA");
  }

  @Test
  void shouldTakeARowUnderAnotherKeyForUnreadable() throws Exception {
    load(publication("", "1", ONE));
    byte[] row = cluster.records(topics.addresses()).get(0).value();
    cluster.write(topics.addresses(), KEY_TWO.toString(), row);

    assertThat(HeldLists.read(topics).unreadable()).containsExactly(KEY_TWO);
  }

  @Test
  void shouldNameTheCommandWhenATopicIsMissing() {
    ListTopics missing = cluster.topics(topics.serdes());

    assertThatThrownBy(() -> HeldLists.read(missing))
        .isInstanceOf(ListTopicMissing.class)
        .hasMessage(
            "The topic "
                + missing.addresses()
                + " does not exist. Create what is missing: weir topics create");
  }

  @Test
  void shouldPublishTheListThatComesWithWeir() throws Exception {
    ListManifest manifest = load(DemoList.publication());

    assertThat(manifest.addresses()).isEqualTo(114);
    assertThat(HeldLists.read(topics).rows().keySet())
        .contains(AddressKey.parse("account:098b716b8aaf21512996dc57eb0615e2383e2f96"));
  }

  @Test
  void shouldConfirmAFileThatIsInForceWithoutReadingIt() throws Exception {
    Publication first = publication("", "1", ONE, "2", TWO);
    load(first);
    Instant later = NOW.plusSeconds(60);

    Optional<ListManifest> confirmed = confirm(file(first), later);

    assertThat(confirmed).map(ListManifest::loadedAt).contains(later);
    assertThat(HeldLists.read(topics).manifest(KOREA)).isEqualTo(confirmed);
    // The row behind, and the marker of its transaction, are as they were.
    assertThat(confirm(file(first), later)).isPresent();
    load(first);
    assertThat(confirm(file(first), later)).isPresent();
  }

  @Test
  void shouldHaveAFileReadWhenAnybodyHasWrittenARowSince() throws Exception {
    Publication first = publication("", "1", ONE);
    load(first);
    cluster.write(topics.addresses(), KEY_ONE.toString(), null);

    assertThat(confirm(file(first), NOW)).isEmpty();

    load(first);
    assertThat(confirm(file(first), NOW)).isPresent();
    load(publication(new ListId("EU", "FSF"), "", "1", TWO));
    assertThat(confirm(file(first), NOW)).isEmpty();
  }

  @Test
  void shouldHaveAFileReadWhileThereAreRowsThatCannotBeRead() throws Exception {
    cluster.write(topics.addresses(), KEY_TWO.toString(), "junk".getBytes(UTF_8));
    Publication first = publication("", "1", ONE);
    load(first);

    assertThat(confirm(file(first), NOW)).isEmpty();
  }

  @Test
  void shouldHaveAFileReadThatIsAnotherInAnyRespect() throws Exception {
    Publication first = publication("", "1", ONE);
    load(first);
    KnownFile same = file(first);

    assertThat(
            List.of(
                new KnownFile(
                    KOREA, same.uri(), "0".repeat(64), Optional.empty(), same.retrieval()),
                new KnownFile(
                    KOREA, "other.csv", same.sha256(), Optional.empty(), same.retrieval()),
                new KnownFile(
                    KOREA,
                    same.uri(),
                    same.sha256(),
                    Optional.of(LocalDate.EPOCH),
                    same.retrieval()),
                new KnownFile(
                    KOREA,
                    same.uri(),
                    same.sha256(),
                    Optional.empty(),
                    Retrieval.ofFile("a newer reader"))))
        .allSatisfy(other -> assertThat(confirm(other, NOW)).isEmpty());
    assertThat(confirm(same, NOW)).isPresent();
  }

  @Test
  void shouldHaveAFileReadOfWhichOnlyTheAdditionsWereTaken() throws Exception {
    load(publication("", "1", ONE));
    Publication more = publication("", "2", TWO);
    try (ListPublisher publisher = ListPublisher.open(topics, clock())) {
      publisher.publish(publisher.prepare(more).additionsOnly());
    }

    assertThat(confirm(file(publication("", "1", ONE)), NOW)).isEmpty();
    assertThat(confirm(file(more), NOW)).isEmpty();
  }

  private Optional<ListManifest> confirm(KnownFile file, Instant at) {
    try (ListPublisher publisher = ListPublisher.open(topics, Clock.fixed(at, ZoneOffset.UTC))) {
      return publisher.confirm(file);
    }
  }

  /** What is known of the file of a publication before it is read. */
  private static KnownFile file(Publication publication) {
    return new KnownFile(
        publication.id(),
        publication.source().uri(),
        publication.source().sha256(),
        Optional.empty(),
        publication.retrieval());
  }

  private ListManifest load(Publication publication) {
    try (ListPublisher publisher = ListPublisher.open(topics, clock())) {
      return publisher.publish(publisher.prepare(publication));
    } finally {
      ListCluster.settle(topics);
    }
  }

  /** One that has begun its transaction. */
  private Producer<byte[], byte[]> dyingPublisher() {
    Producer<byte[], byte[]> producer =
        cluster.producer(Map.of("transactional.id", "weir-lists-" + topics.environment()));
    producer.initTransactions();
    producer.beginTransaction();
    return producer;
  }

  private static byte[] bytes(AddressKey key) {
    return key.toString().getBytes(UTF_8);
  }

  private static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }
}
