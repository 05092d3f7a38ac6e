package io.weir.it;

import static io.weir.domain.Samples.ether;
import static io.weir.domain.Samples.listing;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.address.AddressKey;
import io.weir.cli.CommandFixture;
import io.weir.domain.Listing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows that come, change, go and come back race with transfers over three partitions while
 * screening and look-back are killed and started again. An oracle judges the alerts after every
 * second round, {@code weir audit} after every fiftieth. {@code -Dweir.race.rounds} sets how many
 * rounds, {@code -Dweir.race.seed} draws other ones: a round depends on those before it, so that a
 * failure is repeated from the first.
 */
class LookbackRaceIT {
  private static final Logger LOG = LoggerFactory.getLogger(LookbackRaceIT.class);
  private static final int ROUNDS = Integer.getInteger("weir.race.rounds", 50);
  private static final long SEED = Long.getLong("weir.race.seed", 1);

  /** The rounds between run into each other. */
  private static final int ROUNDS_A_JUDGEMENT = 2;

  private static final int ROUNDS_AN_AUDIT = 50;
  private static final int PARTITIONS = 3;

  @TempDir static Path clusterDir;
  private static TestCluster cluster;
  @TempDir Path dir;

  private final RaceOracle oracle = new RaceOracle();

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
    LOG.info("{} rounds of seed {}", ROUNDS, SEED);
    int passed = 0;
    try (ScreeningBed bed = new ScreeningBed(cluster, dir, PARTITIONS, Map.of());
        RaceApps apps = new RaceApps(bed, dir);
        RaceWatch watch = new RaceWatch(cluster, bed, apps, oracle)) {
      AddressKey nobody = AddressKey.text("nobody");
      bed.listed(nobody, listing("OFAC", "1", "NOBODY", nobody, "nobody"));
      apps.start();
      for (int round = 0; round < ROUNDS; round++) {
        run(round, bed, apps);
        boolean last = round + 1 == ROUNDS;
        if (last || (round + 1) % ROUNDS_A_JUDGEMENT == 0) {
          judge(bed, watch);
          if (last || (round + 1) % ROUNDS_AN_AUDIT == 0) {
            audit(bed);
          }
          passed = round + 1;
        }
      }
    } finally {
      LOG.info("{} of {} rounds of seed {} passed", passed, ROUNDS, SEED);
    }
  }

  private void run(int round, ScreeningBed bed, RaceApps apps) {
    RacePlan plan = RacePlan.of(SEED, round);
    LOG.info(
        "Round {} of seed {}, {}", round, SEED, plan.strike().map(Enum::name).orElse("no strike"));
    plan.steps().forEach(step -> take(step, bed, apps));
    bed.flush();
  }

  private void judge(ScreeningBed bed, RaceWatch watch) {
    watch.settle();
    LOG.info(
        "So far {} transfers, {} hits opened, {} open",
        oracle.transfers(),
        oracle.opened(),
        oracle.open());
    List<RaceOracle.Fault> faults = oracle.faults();
    if (!faults.isEmpty()) {
      throw new AssertionError(
          "Seed %d has %d faults:\n%s"
              .formatted(SEED, faults.size(), new RaceWitness(bed).tell(faults)));
    }
  }

  private void take(RacePlan.Step step, ScreeningBed bed, RaceApps apps) {
    if (step instanceof RacePlan.Transfer transfer) {
      oracle.transfer(transfer.id(), key(transfer.from()), key(transfer.to()));
      bed.transferSoon(ether(transfer.id(), transfer.from(), transfer.to()));
    } else if (step instanceof RacePlan.Row row) {
      oracle.row(row.key(), row.listings());
      if (row.listings().isEmpty()) {
        bed.delistedSoon(row.key());
      } else {
        bed.listedSoon(row.key(), row.listings().toArray(Listing[]::new));
      }
    } else if (step instanceof RacePlan.Pause pause) {
      bed.flush();
      LockSupport.parkNanos(pause.length().toNanos());
    } else if (step instanceof RacePlan.Blow blow) {
      apps.suffer(blow.strike());
    }
  }

  private static void audit(ScreeningBed bed) {
    CommandFixture audit =
        CommandFixture.weir("audit", "--config", bed.configFile("audit", Map.of()).toString());
    assertThat(audit.exitCode()).as("%s%s", audit.out(), audit.err()).isZero();
  }

  private static AddressKey key(String address) {
    return AddressKey.parse("account:" + address.substring(2));
  }
}
