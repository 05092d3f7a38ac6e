package io.weir.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.address.AddressKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.ToLongFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The index holds what a plain map would, however its fingerprints fall together. */
class ListIndexProperties {
  private static final Optional<LocalDate> FOR_EVER = Optional.of(LocalDate.MAX);
  private static final int KEYS = 40;
  private static Path folder;

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory(Path.of("target"), "list-rows");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    // Fails when a row file was left behind.
    Files.delete(folder);
  }

  @Property(tries = 200)
  void shouldHoldWhatAMapHolds(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 3) int fingerprints) {
    ToLongFunction<AddressKey> collide = key -> 1 + Math.floorMod(key.hashCode(), fingerprints);
    ListIndex index = new ListIndex(folder, StringRows::decode, collide);
    Map<AddressKey, String> model = new HashMap<>();
    for (int step = 0; step < 300; step++) {
      AddressKey key = key(random.nextInt(KEYS));
      switch (random.nextInt(4)) {
        case 0 -> {
          index.delist(key);
          model.remove(key);
        }
        case 1 -> {
          index.listUnreadable(key);
          model.put(key, "unreadable");
        }
        default -> {
          index.list(key, StringRows.of(key, "entry" + step), FOR_EVER);
          model.put(key, "entry" + step);
        }
      }
      // What was looked up before is not to come back once its row is another.
      assertSame(index, model);
    }
    assertThat(index.size()).isEqualTo(model.size());
  }

  @Property(tries = 5)
  void shouldHoldWhatAMapHoldsWhileItGrows(@ForAll Random random) {
    ListIndex index = new ListIndex(folder, StringRows::decode);
    Map<AddressKey, String> model = new HashMap<>();
    for (int step = 0; step < 20_000; step++) {
      AddressKey key = key(random.nextInt(10_000));
      if (random.nextInt(5) == 0) {
        index.delist(key);
        model.remove(key);
      } else {
        index.list(key, StringRows.of(key, "entry" + step), FOR_EVER);
        model.put(key, "entry" + step);
      }
    }
    assertSame(index, model);
    assertThat(index.size()).isEqualTo(model.size());
    for (String anew : List.of("second", "third")) {
      index.clear();
      assertSame(index, Map.of());
      index.list(key(0), StringRows.of(key(0), anew), FOR_EVER);
      assertSame(index, Map.of(key(0), anew));
    }
  }

  private static void assertSame(ListIndex index, Map<AddressKey, String> model) {
    Set<AddressKey> listed = model.keySet();
    for (int i = 0; i < KEYS; i++) {
      AddressKey key = key(i);
      List<String> expected = listed.contains(key) ? List.of(model.get(key)) : List.of();
      assertThat(StringRows.entries(index, key)).isEqualTo(expected);
    }
    model.forEach(
        (key, entry) -> assertThat(StringRows.entries(index, key)).containsExactly(entry));
  }

  private static AddressKey key(int number) {
    byte[] hash = new byte[20];
    hash[0] = (byte) number;
    hash[10] = (byte) (number >> 8);
    return AddressKey.account(hash);
  }
}
