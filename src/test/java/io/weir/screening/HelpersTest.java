package io.weir.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Helpers begin at once or not at all. */
class HelpersTest {
  @Test
  void shouldDropWhatComesWhileAllAreBusy() throws InterruptedException {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    AtomicInteger dropped = new AtomicInteger();
    try (Helpers helpers = Helpers.of(1)) {
      SynchronousQueue<Thread> started = new SynchronousQueue<>();
      Thread helper = null;
      while (helper == null) {
        // Dropped, too, while the helper has not begun to wait for work.
        helpers.execute(
            () -> {
              try {
                started.put(Thread.currentThread());
                busy.await();
                done.countDown();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
        helper = started.poll(10, TimeUnit.MILLISECONDS);
      }
      assertThat(helper.isDaemon()).isTrue();

      helpers.execute(dropped::incrementAndGet);
      busy.countDown();
      done.await();
    }
    assertThat(dropped).hasValue(0);
  }

  @Test
  void shouldDropEverythingWhenThereAreNone() {
    AtomicInteger done = new AtomicInteger();
    try (Helpers none = Helpers.of(0)) {
      none.execute(done::incrementAndGet);
    }
    assertThat(done).hasValue(0);
  }

  @Test
  void shouldDropWhatComesAfterTheEnd() {
    AtomicInteger done = new AtomicInteger();
    Helpers ended = Helpers.of(1);
    ended.close();

    ended.execute(done::incrementAndGet);

    assertThat(done).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 0", "1, 2, 1", "1, 8, 1", "4, 8, 4", "6, 8, 2", "8, 8, 0", "9, 8, 0"})
  void shouldLeaveEachStreamThreadItsProcessor(int streamThreads, int processors, int helpers) {
    assertThat(Helpers.mostFor(streamThreads, processors)).isEqualTo(helpers);
  }
}
