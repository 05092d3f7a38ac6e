package io.weir.it;

import static io.weir.domain.Samples.ether;
import static io.weir.domain.Samples.listing;
import static io.weir.it.ScreeningBed.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.address.AddressKey;
import io.weir.cli.CommandFixture;
import io.weir.domain.Alert;
import io.weir.domain.Hit;
import io.weir.domain.HitHistory;
import io.weir.domain.Ids;
import io.weir.domain.Listing;
import io.weir.domain.Role;
import io.weir.runtime.LookbackApp;
import io.weir.runtime.ScreeningApp;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows that come, change, go and come back race with transfers while both applications are stopped
 * and started, with their state or without. {@code -Dweir.race.rounds} sets how many rounds, {@code
 * -Dweir.race.seed} the first seed.
 */
class LookbackRaceIT {
  private static final int ROUNDS = Integer.getInteger("weir.race.rounds", 1);
  private static final long SEED = Long.getLong("weir.race.seed", 1);
  private static final int STEPS = 250;
  private static final int ADDRESSES = 6;
  private static final Map<String, String> SMALL =
      Map.of("weir.lookback.segment.records", "10", "weir.lookback.page.records", "7");

  @TempDir static Path clusterDir;
  private static TestCluster cluster;
  @TempDir Path dir;

  @BeforeAll
  static void startCluster() {
    cluster = new TestCluster(clusterDir);
  }

  @AfterAll
  static void stopCluster() {
    cluster.close();
  }

  @Test
  void shouldMissNoneAndRepeatNoneWhateverTheRace() {
    for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
      new Round(seed).run();
    }
  }

  private final class Round {
    private final long seed;
    private final Random random;
    private final ScreeningBed bed;
    private final Map<AddressKey, List<Listing>> list = new HashMap<>();
    private final Map<String, String[]> transfers = new LinkedHashMap<>();
    private ScreeningApp screening;
    private LookbackApp lookback;
    private int starts;

    Round(long seed) {
      this.seed = seed;
      this.random = new Random(seed);
      this.bed = new ScreeningBed(cluster, dir, 3, Map.of());
    }

    void run() {
      try (bed) {
        AddressKey nobody = AddressKey.text("nobody");
        bed.listed(nobody, listing("OFAC", "1", "NOBODY", nobody, "nobody"));
        screening = bed.start();
        lookback = startLookback();
        for (int step = 0; step < STEPS; step++) {
          step();
        }
        bed.flush();
        await("seed " + seed + " settles")
            .atMost(LIMIT)
            .untilAsserted(() -> assertThat(wrong()).as("seed %d", seed).isEmpty());
        CommandFixture audit =
            CommandFixture.weir("audit", "--config", bed.configFile("audit", Map.of()).toString());
        assertThat(audit.exitCode()).as("seed %d: %s", seed, audit.out()).isZero();
      }
    }

    private void step() {
      int chance = random.nextInt(100);
      if (chance < 70) {
        String from = address(random.nextInt(ADDRESSES));
        String to = address(random.nextInt(ADDRESSES));
        String id = "t" + transfers.size();
        transfers.put(id, new String[] {from, to});
        bed.transferSoon(ether(id, from, to));
      } else if (chance < 97) {
        changeList();
      } else if (chance < 98) {
        screening.stop();
        screening = bed.start();
      } else {
        lookback.stop();
        lookback = startLookback();
      }
    }

    private LookbackApp startLookback() {
      // Now and then on another disk.
      starts += random.nextInt(2);
      return bed.startLookback("lookback-" + seed + "-" + starts, SMALL);
    }

    private void changeList() {
      int number = random.nextInt(ADDRESSES);
      AddressKey key = key(number);
      List<Listing> listings = new ArrayList<>();
      for (String entry : List.of("2", "3")) {
        if (random.nextBoolean()) {
          String name = "Name " + random.nextInt(3);
          listings.add(listing("OFAC", entry, name, key, address(number)));
        }
      }
      list.put(key, listings);
      if (listings.isEmpty()) {
        bed.row(key.toString(), null);
      } else {
        bed.listedSoon(key, listings.toArray(Listing[]::new));
        bed.flush();
      }
    }

    private Set<String> wrong() {
      Map<String, List<Alert>> byTransfer =
          bed.alerts(0).stream()
              .collect(Collectors.groupingBy(alert -> alert.transfer().transferId()));
      Set<String> open = new HashSet<>();
      Set<String> wrong = new HashSet<>();
      byTransfer.forEach(
          (id, alerts) -> {
            for (HitHistory life : HitHistory.fold(alerts)) {
              Hit hit = life.hit();
              if (life.isOpen()) {
                open.add(hit.hitId());
              }
              if (life.repeats() > 0) {
                wrong.add("opened twice: " + id + " " + hit);
              }
            }
          });
      Set<String> due = due();
      due.stream()
          .filter(hit -> !open.contains(hit))
          .map(hit -> "missed " + hit)
          .forEach(wrong::add);
      open.stream().filter(hit -> !due.contains(hit)).map(hit -> "left " + hit).forEach(wrong::add);
      return wrong;
    }

    private Set<String> due() {
      Set<String> due = new HashSet<>();
      transfers.forEach(
          (id, parties) -> {
            add(due, id, Role.SENDER, parties[0]);
            add(due, id, Role.RECEIVER, parties[1]);
          });
      return due;
    }

    private void add(Set<String> due, String id, Role role, String address) {
      AddressKey key = AddressKey.parse("account:" + address.substring(2));
      for (Listing listing : list.getOrDefault(key, List.of())) {
        due.add(Ids.hit(id, role, key, listing.listingId()));
      }
    }
  }

  private static String address(int number) {
    return "0x" + String.format(Locale.ROOT, "%040x", 0xabcdef00L + number);
  }

  private static AddressKey key(int number) {
    return AddressKey.parse("account:" + address(number).substring(2));
  }
}
