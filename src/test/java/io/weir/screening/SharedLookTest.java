package io.weir.screening;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.weir.address.QuickChains;
import io.weir.avro.TransferReader;
import io.weir.runtime.Defaults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who looks at which piece, and who waits for whom. */
@Timeout(30)
class SharedLookTest {
  private static final int PIECE = 10;
  private static final int SIZE = 95;

  @TempDir private Path folder;
  private final List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayGoOn = new CountDownLatch(1);
  private QuickLook own;
  private QuickLook other;

  @BeforeEach
  void make() throws IOException {
    own = look();
    other = look();
  }

  @Test
  void shouldLookAtEachOnceInOrderWhenNobodyHelps() {
    SharedLook shared = new SharedLook(recording(), PIECE, new boolean[SIZE]);

    assertThat(shared.await(0, own)).isEqualTo(10);
    assertThat(seen).hasSize(10);
    assertThat(shared.await(57, own)).isEqualTo(60);
    assertThat(shared.await(94, own)).isEqualTo(SIZE);

    assertThat(seen).containsExactlyElementsOf(indexes(0));
  }

  @Test
  void shouldFindNothingLeftWhenItComesTooLate() {
    SharedLook shared = new SharedLook(recording(), PIECE, new boolean[SIZE]);
    shared.await(94, own);
    seen.clear();

    shared.ahead(other);

    assertThat(seen).isEmpty();
  }

  @Test
  void shouldTakeTheNextPieceWhileTheOtherThreadIsAtTheOneAskedFor() throws InterruptedException {
    SharedLook shared = new SharedLook(blocking(), PIECE, new boolean[SIZE]);
    Thread helper = started(() -> shared.ahead(other));
    begun.await();
    Thread asking = started(() -> shared.await(0, own));
    awaitWaiting(asking);

    assertThat(seen).containsExactlyElementsOf(indexes(10));
    mayGoOn.countDown();
    asking.join();
    helper.join();
    assertThat(seen).hasSize(SIZE).doesNotHaveDuplicates();
  }

  @Test
  void shouldWaitAtTheEndForWhatHasBegunAndLetNothingElseBegin() throws InterruptedException {
    SharedLook shared = new SharedLook(blocking(), PIECE, new boolean[SIZE]);
    Thread helper = started(() -> shared.ahead(other));
    begun.await();
    Thread ending = started(shared::end);
    awaitWaiting(ending);

    mayGoOn.countDown();
    ending.join();
    helper.join();
    assertThat(seen).hasSize(PIECE);
  }

  private static List<Integer> indexes(int from) {
    return IntStream.range(from, SIZE).boxed().toList();
  }

  private static Thread started(Runnable work) {
    Thread thread = new Thread(work);
    thread.start();
    return thread;
  }

  private static void awaitWaiting(Thread thread) {
    await().until(() -> thread.getState() == Thread.State.WAITING);
  }

  /** Notes which of them are looked at. */
  private List<ConsumerRecord<byte[], byte[]>> recording() {
    return records(() -> {});
  }

  /** The first holds up whoever looks at it. */
  private List<ConsumerRecord<byte[], byte[]>> blocking() {
    return records(
        () -> {
          begun.countDown();
          try {
            mayGoOn.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private List<ConsumerRecord<byte[], byte[]>> records(Runnable atTheFirst) {
    List<ConsumerRecord<byte[], byte[]>> records =
        nCopies(SIZE, new ConsumerRecord<>("transfers", 0, 0, null, null));
    return new AbstractList<>() {
      @Override
      public ConsumerRecord<byte[], byte[]> get(int index) {
        if (index == 0) {
          atTheFirst.run();
        }
        seen.add(index);
        return records.get(index);
      }

      @Override
      public int size() {
        return records.size();
      }
    };
  }

  private QuickLook look() throws IOException {
    return new QuickLook(
        new TransferReader(new MockSchemaRegistryClient()).skimmer(),
        new QuickChains(Defaults.chains(Optional.empty())),
        new ListIndex(folder, StringRows::decode));
  }
}
