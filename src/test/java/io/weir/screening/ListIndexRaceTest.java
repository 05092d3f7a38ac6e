package io.weir.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.address.AddressKey;
import io.weir.address.Fingerprint;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers beside the one writer: what is listed is never missed, whatever else changes. */
class ListIndexRaceTest {
  private static final Optional<LocalDate> FOR_EVER = Optional.of(LocalDate.MAX);
  private static final int STAYING = 500;
  private static final int COMING_AND_GOING = 40_000;

  @TempDir Path folder;

  @Test
  void shouldNeverMissWhatStaysWhileOthersComeAndGo() {
    // Few fingerprints more than keys, so that rows share and inherit places.
    ListIndex index =
        new ListIndex(folder, StringRows::decode, key -> (Fingerprint.of(key) & 0x7ff) | 1);
    for (int i = 0; i < STAYING; i++) {
      index.list(key(i), StringRows.of(key(i), "first"), FOR_EVER);
    }
    AtomicBoolean done = new AtomicBoolean();
    List<CompletableFuture<Void>> readers =
        IntStream.range(0, 2)
            .mapToObj(reader -> CompletableFuture.runAsync(() -> lookUp(index, done)))
            .toList();

    for (int i = 0; i < COMING_AND_GOING; i++) {
      AddressKey other = key(STAYING + i % 3_000);
      if (i % 5 < 2) {
        index.delist(other);
      } else {
        index.list(other, StringRows.of(other, "other" + i), FOR_EVER);
      }
      // A row that is amended is the old one or the new one, and never none.
      index.list(key(i % STAYING), StringRows.of(key(i % STAYING), "again" + i), FOR_EVER);
    }
    done.set(true);

    CompletableFuture.allOf(readers.toArray(new CompletableFuture<?>[0])).join();
  }

  @Test
  void shouldShowARowToWhoeverSawItsPosition() {
    ListIndex index = new ListIndex(folder, StringRows::decode);
    int rows = 100_000;
    CompletableFuture<Void> reader =
        CompletableFuture.runAsync(
            () -> {
              for (long position = -1; position < rows - 1; ) {
                position = index.position();
                if (position >= 0) {
                  AddressKey last = key((int) position);
                  assertThat(areListed(index, (int) position)).isTrue();
                  assertThat(StringRows.entries(index, last)).containsExactly("entry" + position);
                }
              }
            });

    for (int i = 0; i < rows; i++) {
      index.list(key(i), StringRows.of(key(i), "entry" + i), FOR_EVER);
      index.appliedUpTo(i);
    }

    reader.join();
  }

  /** The first and the last of those up to a position, looked up together. */
  private static boolean areListed(ListIndex index, int position) {
    long[] wanted =
        IntStream.concat(
                IntStream.rangeClosed(0, Math.min(position, 32)),
                IntStream.rangeClosed(Math.max(0, position - 32), position))
            .mapToLong(number -> Fingerprint.of(key(number)))
            .toArray();
    long[] found = new long[wanted.length];
    index.lookUp(wanted, wanted.length, found);
    return Arrays.stream(found).noneMatch(one -> one == 0);
  }

  private static void lookUp(ListIndex index, AtomicBoolean done) {
    for (int i = 0; !done.get(); i = (i + 1) % STAYING) {
      assertThat(StringRows.entries(index, key(i))).hasSize(1);
    }
  }

  private static AddressKey key(int number) {
    return AddressKey.account(ByteBuffer.allocate(20).putInt(8, number).array());
  }
}
