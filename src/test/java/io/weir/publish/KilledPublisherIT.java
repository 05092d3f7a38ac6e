package io.weir.publish;

import static io.weir.publish.ListCluster.publication;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.domain.ListManifest;
import io.weir.lists.ListId;
import io.weir.lists.Publication;
import io.weir.publish.DyingProducer.Commit;
import io.weir.publish.DyingProducer.Killed;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A publisher that dies between any two of its writes leaves the old list or the new one. */
class KilledPublisherIT {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  /** At six addresses something changes. */
  private static final int ROWS = 6;

  /** One for each of them, and one for the load. */
  private static final int EVENTS = 7;

  /** Those, and the manifest. */
  private static final int WRITES = 14;

  private static ListCluster cluster;

  private ListTopics topics;
  private Publication after;

  @BeforeAll
  static void start(@TempDir Path folder) {
    cluster = new ListCluster(folder);
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  /** Of which two listings will be amended, two withdrawn, and two more added. */
  @BeforeEach
  void loadTheOldList() throws Exception {
    topics = cluster.topics();
    load(publication(new ListId("EU", "FSF"), "", "9", at(1), "8", at(2)));
    load(publication("", "1", at(1), "2", at(2), "5", at(5), "6", at(6)));
    after = publication(" as amended", "1", at(1), "2", at(2), "3", at(3), "4", at(4));
  }

  @Test
  void shouldLeaveTheOldListWhereverItIsKilledBeforeItsCommit() {
    List<List<String>> old = read();

    for (int sends = 0; sends <= WRITES + 1; sends++) {
      // Each takes the place of the one that died before, and so aborts what that left.
      assertThat(kill(DyingProducer.after(sends)).sends()).isEqualTo(Math.min(sends, WRITES));
      assertThat(read()).as("killed after %d writes", sends).isEqualTo(old);
    }

    load(after);
    assertNew(old, read());
  }

  @Test
  void shouldLeaveTheNewListWhenItIsKilledAfterItsCommit() {
    List<List<String>> old = read();

    kill(DyingProducer.at(Commit.AFTER));
    ListCluster.settle(topics);

    assertNew(old, read());
  }

  @Test
  void shouldLeaveOneOfBothWhenItIsKilledDuringItsCommit() {
    List<List<String>> old = read();

    kill(DyingProducer.at(Commit.DURING));
    ListCluster.settle(topics);
    if (read().equals(old)) {
      load(after);
    }

    assertNew(old, read());
  }

  private DyingProducer kill(Function<Map<String, Object>, DyingProducer> producers) {
    AtomicReference<DyingProducer> dying = new AtomicReference<>();
    ListPublisher publisher =
        ListPublisher.open(
            topics,
            clock(),
            ListProgress.NONE,
            settings -> {
              dying.set(producers.apply(settings));
              return dying.get();
            });
    ListLoad load = publisher.prepare(after);
    assertThatThrownBy(() -> publisher.publish(load)).isInstanceOf(Killed.class);
    return dying.get();
  }

  private void load(Publication publication) {
    try (ListPublisher publisher = ListPublisher.open(topics, clock())) {
      publisher.publish(publisher.prepare(publication));
    }
  }

  /** What readers of committed records see of the three topics. */
  private List<List<String>> read() {
    return Stream.of(topics.addresses(), topics.manifests(), topics.history())
        .map(topic -> cluster.records(topic).stream().map(KilledPublisherIT::text).toList())
        .toList();
  }

  /** The whole difference has followed the old records, on each of the topics. */
  private void assertNew(List<List<String>> old, List<List<String>> found) {
    List<Integer> more = List.of(ROWS, 1, EVENTS);
    for (int topic = 0; topic < more.size(); topic++) {
      int before = old.get(topic).size();
      assertThat(found.get(topic)).hasSize(before + more.get(topic));
      assertThat(found.get(topic).subList(0, before)).isEqualTo(old.get(topic));
    }
    ListLoad again = ListLoad.of(after, HeldLists.read(topics));
    assertThat(again.diff().isEmpty()).isTrue();
    assertThat(again.diff().unchanged()).isEqualTo(4);
    assertThat(again.inForce()).map(ListManifest::source).contains(after.source());
    assertThat(ListsAsOf.read(topics, NOW.plusSeconds(60), ListProgress.NONE).lists())
        .allSatisfy(list -> assertThat(list.doubt()).isEmpty())
        .extracting(list -> list.listings().size())
        .containsExactly(2, 4);
  }

  private static String text(ConsumerRecord<byte[], byte[]> record) {
    return record.offset()
        + " "
        + new String(record.key(), UTF_8)
        + Arrays.toString(record.value());
  }

  private static String at(int account) {
    return "0x" + Integer.toString(account).repeat(40);
  }

  private static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }
}
