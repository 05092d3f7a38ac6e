package io.weir.publish;

import static io.weir.publish.ListCluster.KOREA;
import static io.weir.publish.ListCluster.publication;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.address.AddressKey;
import io.weir.domain.ListEvent;
import io.weir.domain.ListEvent.Kind;
import io.weir.domain.ListManifest;
import io.weir.domain.Listing;
import io.weir.domain.Refusal;
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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListHistoryIT {
  private static final ListId EU = new ListId("EU", "FSF");
  private static final String ONE = "0x" + "1".repeat(40);
  private static final String TWO = "0x" + "2".repeat(40);
  private static final String THREE = "0x" + "3".repeat(40);
  private static final AddressKey KEY_ONE = AddressKey.parse("account:" + "1".repeat(40));
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Refusal REFUSAL =
      new Refusal(NOON.plusSeconds(90), "SHRUNK", "It would withdraw much.", "list.csv");

  private static ListCluster cluster;

  private ListTopics topics;
  private Instant now = NOON;

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
  void shouldTellEachListingAndThePublicationLast() throws Exception {
    load(publication("", "1", ONE, "2", TWO));
    ListManifest second = load(publication(" as amended", "1", ONE, "3", THREE));

    assertThat(cluster.history(topics))
        .extracting(event -> event.kind() + " " + event.listing().map(Listing::name).orElse(""))
        .containsExactly(
            "ADDED Name of 1",
            "ADDED Name of 2",
            "PUBLISHED ",
            "AMENDED Name of 1 as amended",
            "REMOVED Name of 2",
            "ADDED Name of 3 as amended",
            "PUBLISHED ");
    List<ListEvent> last = cluster.history(topics).subList(3, 7);
    assertThat(last).extracting(ListEvent::loadId).containsOnly(last.get(0).loadId());
    assertThat(last).extracting(ListEvent::at).containsOnly(second.loadedAt());
    assertThat(last.get(0).before()).map(Listing::name).contains("Name of 1");
    assertThat(last.get(3).manifest()).contains(second);
    assertThat(second.listings()).hasValue(2);
    assertThat(second.historySince()).contains(NOON);
    assertThat(cluster.records(topics.history()))
        .extracting(record -> new String(record.key(), UTF_8))
        .startsWith(KEY_ONE.toString())
        .endsWith("KR/MOFA");
  }

  @Test
  void shouldTellNothingWhenTheSameBytesAreReadAgain() throws Exception {
    load(publication("", "1", ONE));
    int events = cluster.history(topics).size();
    now = NOON.plusSeconds(60);

    ListManifest again = load(publication("", "1", ONE));
    now = NOON.plusSeconds(120);
    ListManifest confirmed = confirm(KOREA);

    assertThat(cluster.history(topics)).hasSize(events);
    assertThat(again.loadedAt()).isEqualTo(NOON.plusSeconds(60));
    assertThat(confirmed.loadedAt()).isEqualTo(NOON.plusSeconds(120));
    assertThat(confirmed.retrieval().etag()).contains("\"abc\"");
    assertThat(confirmed.source()).isEqualTo(again.source());
    assertThat(HeldLists.read(topics).manifest(KOREA)).contains(confirmed);
  }

  @Test
  void shouldTellOfAnotherPublicationThatChangesNothing() throws Exception {
    load(publication("", "1", ONE));
    Publication repeated = publication("", "1", ONE, "1", ONE);

    ListManifest manifest = load(repeated);

    assertThat(manifest.added() + manifest.amended() + manifest.removed()).isZero();
    assertThat(cluster.history(topics))
        .extracting(ListEvent::kind)
        .containsExactly(Kind.ADDED, Kind.PUBLISHED, Kind.PUBLISHED);
    assertThat(cluster.records(topics.addresses())).hasSize(1);
  }

  @Test
  void shouldTellWhatWasInForceBeforeTheHistoryBegan() throws Exception {
    load(publication("", "1", ONE, "2", TWO));
    load(publication(EU, "", "9", ONE));
    leaveNoHistory();
    now = NOON.plusSeconds(60);

    ListManifest manifest = load(publication("", "1", ONE, "2", TWO));

    assertThat(cluster.history(topics))
        .extracting(event -> event.kind() + " " + event.listing().map(Listing::name).orElse(""))
        .containsExactlyInAnyOrder("HELD Name of 1", "HELD Name of 2", "PUBLISHED ");
    assertThat(manifest.historySince()).contains(NOON.plusSeconds(60));
    assertThat(asOf(now, KOREA).listings()).hasSize(2);
    assertThat(asOf(now.minusMillis(1), KOREA).doubt())
        .contains("the history begins at 2026-11-23T12:01:00Z");
    assertThat(asOf(now, EU).doubt()).contains("it was not loaded since Weir keeps a history");
  }

  @Test
  void shouldTellOfEveryListWhatWasInForce() throws Exception {
    load(publication("", "1", ONE));
    now = NOON.plusSeconds(60);
    load(publication(EU, "", "7", ONE, "8", TWO));
    now = NOON.plusSeconds(120);
    load(publication("", "2", TWO));

    assertThat(names(asOf(NOON, KOREA))).containsExactly("Name of 1");
    assertThat(asOf(NOON, EU).listings()).isEmpty();
    assertThat(asOf(NOON, EU).doubt()).isEmpty();
    assertThat(names(asOf(NOON.plusSeconds(119), KOREA))).containsExactly("Name of 1");
    assertThat(names(asOf(NOON.plusSeconds(119), EU))).containsExactly("Name of 7", "Name of 8");
    assertThat(names(asOf(NOON.plusSeconds(120), KOREA))).containsExactly("Name of 2");
    assertThat(asOf(NOON.plusSeconds(120), EU).manifest())
        .isEqualTo(HeldLists.read(topics).manifest(EU));
  }

  @Test
  void shouldGoOnRightAfterARowWasRepaired() throws Exception {
    load(publication("", "1", ONE, "2", TWO));
    load(publication(EU, "", "9", ONE));
    cluster.write(topics.addresses(), KEY_ONE.toString(), "junk".getBytes(UTF_8));
    now = NOON.plusSeconds(60);
    load(publication("", "1", ONE, "2", TWO));
    Instant repaired = now;
    now = NOON.plusSeconds(120);
    load(publication(EU, "", "9", ONE));

    assertThat(names(asOf(repaired, KOREA))).containsExactly("Name of 1", "Name of 2");
    assertThat(names(asOf(now, KOREA))).containsExactly("Name of 1", "Name of 2");
    assertThat(names(asOf(now, EU))).containsExactly("Name of 9");
    assertThat(asOf(repaired.minusMillis(1), KOREA).doubt())
        .contains(
            "between 2026-11-23T12:00:00Z and 2026-11-23T12:01:00Z its rows changed, and not by"
                + " Weir");
    assertThat(asOf(repaired, EU).doubt()).isPresent();
  }

  @Test
  void shouldCountRefusals() throws Exception {
    ListManifest loaded = load(publication("", "1", ONE));

    try (ListPublisher publisher = ListPublisher.open(topics, clock())) {
      publisher.refuse(KOREA, REFUSAL);
      publisher.refuse(KOREA, REFUSAL);
      publisher.refuse(EU, REFUSAL);
    }

    HeldLists held = HeldLists.read(topics);
    assertThat(held.manifest(KOREA))
        .contains(loaded.refused(REFUSAL).refused(later(REFUSAL, Duration.ofMillis(1))));
    assertThat(held.manifest(EU)).isEmpty();
    assertThat(cluster.history(topics).subList(2, 5))
        .extracting(ListEvent::kind)
        .containsOnly(Kind.REFUSED);
    assertThat(new HistoryTopic(topics, ListProgress.NONE).publications().events())
        .extracting(ListEvent::kind)
        .containsExactly(Kind.PUBLISHED, Kind.REFUSED, Kind.REFUSED, Kind.REFUSED);
    assertThat(load(publication("", "2", TWO)).refusals()).isEqualTo(2);
    assertThat(names(asOf(now.plusSeconds(3600), KOREA))).containsExactly("Name of 2");
  }

  @Test
  void shouldApplyAdditionsAlone() throws Exception {
    ListManifest whole = load(publication("", "1", ONE, "2", TWO));
    Publication suspicious = publication(" as amended", "1", ONE, "3", THREE);
    now = NOON.plusSeconds(60);

    ListManifest manifest = load(suspicious, ListLoad::additionsOnly);

    assertThat(HeldLists.read(topics).rows()).hasSize(3);
    assertThat(names(asOf(now, KOREA)))
        .containsExactly("Name of 1", "Name of 2", "Name of 3 as amended");
    assertThat(manifest.source()).isEqualTo(whole.source());
    assertThat(manifest.loadedAt()).isEqualTo(NOON);
    assertThat(manifest.retrieval()).isEqualTo(whole.retrieval());
    assertThat(manifest.additionsFrom()).contains(suspicious.source());
    assertThat(manifest.added()).isEqualTo(1);
    assertThat(manifest.amended() + manifest.removed()).isZero();
    assertThat(manifest.listings()).hasValue(3);
    int events = cluster.history(topics).size();
    load(suspicious, ListLoad::additionsOnly);
    assertThat(cluster.history(topics)).hasSize(events);
    assertThatThrownBy(() -> confirm(KOREA)).isInstanceOf(IllegalStateException.class);
    assertThat(load(publication("", "1", ONE, "2", TWO)).additionsFrom()).isEmpty();
    assertThat(HeldLists.read(topics).rows()).hasSize(2);
  }

  @Test
  void shouldWithdrawAWholeList() throws Exception {
    load(publication("", "1", ONE, "2", TWO));
    load(publication(EU, "", "9", ONE));
    now = NOON.plusSeconds(60);

    try (ListPublisher publisher = ListPublisher.open(topics, clock())) {
      ListDrop drop = publisher.prepareDrop(KOREA);
      assertThat(drop.leavesNothing(LocalDate.of(2026, 11, 23))).isFalse();
      publisher.publish(drop);
      assertThat(publisher.prepareDrop(KOREA).exists()).isFalse();
      assertThat(publisher.prepareDrop(EU).leavesNothing(LocalDate.of(2026, 11, 23))).isTrue();
    }

    HeldLists held = HeldLists.read(topics);
    assertThat(held.manifests()).containsOnlyKeys("EU/FSF");
    assertThat(held.rows()).containsOnlyKeys(KEY_ONE);
    assertThat(held.rows().get(KEY_ONE).listings())
        .extracting(Listing::authority)
        .containsExactly("EU");
    assertThat(asOf(now, KOREA).listings()).isEmpty();
    assertThat(asOf(now, KOREA).doubt()).isEmpty();
    assertThat(names(asOf(now.minusMillis(1), KOREA))).containsExactly("Name of 1", "Name of 2");
  }

  @Test
  void shouldTellTimeInOneDirection() throws Exception {
    load(publication("", "1", ONE));
    now = NOON.minus(Duration.ofDays(1));

    ListManifest late = load(publication("", "2", TWO));

    assertThat(late.loadedAt()).isEqualTo(NOON.plusMillis(1));
  }

  @Test
  void shouldDoubtAHistoryThatWasLost() throws Exception {
    load(publication("", "1", ONE));
    ListTopics other = cluster.topics();
    ListTopics recreated =
        new ListTopics(
            topics.consumer(),
            topics.producer(),
            topics.serdes(),
            topics.addresses(),
            topics.manifests(),
            other.history(),
            topics.environment(),
            topics.patience());

    assertThat(ListsAsOf.read(recreated, now, ListProgress.NONE).lists())
        .singleElement()
        .satisfies(
            list ->
                assertThat(list.doubt())
                    .contains("its history, which began at 2026-11-23T12:00:00Z, is lost"));
    topics = recreated;
    load(publication("", "1", ONE), ListLoad::restartingHistory);
    assertThat(names(asOf(NOON.plusSeconds(1), KOREA))).containsExactly("Name of 1");
  }

  private ListManifest load(Publication publication) {
    return load(publication, UnaryOperator.identity());
  }

  private ListManifest load(Publication publication, UnaryOperator<ListLoad> options) {
    try (ListPublisher publisher = ListPublisher.open(topics, clock())) {
      return publisher.publish(options.apply(publisher.prepare(publication)));
    } finally {
      ListCluster.settle(topics);
    }
  }

  private ListManifest confirm(ListId id) {
    try (ListPublisher publisher = ListPublisher.open(topics, clock())) {
      return publisher.confirm(id, new Retrieval("1", Optional.of("\"abc\""), Optional.empty()));
    }
  }

  /** As an earlier version of Weir would have left it. */
  private void leaveNoHistory() throws Exception {
    ListTopics fresh = cluster.topics();
    for (ListManifest manifest : HeldLists.read(topics).manifests().values()) {
      cluster.write(
          topics.manifests(),
          ListId.of(manifest).toString(),
          topics
              .serdes()
              .listManifest()
              .serializer()
              .serialize(topics.manifests(), withoutHistory(manifest)));
    }
    topics =
        new ListTopics(
            topics.consumer(),
            topics.producer(),
            topics.serdes(),
            topics.addresses(),
            topics.manifests(),
            fresh.history(),
            topics.environment(),
            topics.patience());
  }

  private static ListManifest withoutHistory(ListManifest manifest) {
    return new ListManifest(
        manifest.authority(),
        manifest.list(),
        manifest.source(),
        manifest.loadedAt(),
        manifest.entries(),
        manifest.addresses(),
        manifest.added(),
        manifest.amended(),
        manifest.removed(),
        manifest.skipped(),
        OptionalInt.empty(),
        Retrieval.ofFile(""),
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty());
  }

  private ListAsOf asOf(Instant moment, ListId id) {
    return ListsAsOf.read(topics, moment, ListProgress.NONE).lists().stream()
        .filter(list -> list.authority().equals(id.authority()) && list.list().equals(id.list()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(ListAsOf list) {
    assertThat(list.doubt()).isEmpty();
    return list.listings().stream().map(past -> past.listing().name()).sorted().toList();
  }

  private static Refusal later(Refusal refusal, Duration by) {
    return new Refusal(refusal.at().plus(by), refusal.reason(), refusal.detail(), refusal.uri());
  }

  private Clock clock() {
    return Clock.fixed(now, ZoneOffset.UTC);
  }
}
