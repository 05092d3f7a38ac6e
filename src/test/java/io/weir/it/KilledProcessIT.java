package io.weir.it;

import static io.weir.domain.Samples.RONIN_EXPLOITER;
import static io.weir.domain.Samples.SOMEBODY;
import static io.weir.domain.Samples.SOMEBODY_ELSE;
import static io.weir.domain.Samples.ether;
import static io.weir.domain.Samples.lazarus;
import static io.weir.domain.Samples.roninKey;
import static io.weir.it.ScreeningBed.LIMIT;
import static io.weir.it.ScreeningBed.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.domain.Alert;
import io.weir.domain.Hit;
import io.weir.screening.VerdictHeaders;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code weir run} as a process of its own: killed, restarted, told to stop. */
class KilledProcessIT {
  private static final int KILLS = 3;
  private static final int TRANSFERS_A_LIFE = 1_000;

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
  void shouldLoseAndRepeatNothingWhenKilled() {
    // Commits are rare, so that a kill falls into an open transaction.
    Map<String, String> settings =
        Map.of(
            "kafka.commit.interval.ms", "1500",
            "weir.alerts.commit.min.interval.ms", "60000");
    try (ScreeningBed bed = new ScreeningBed(cluster, dir, 2, settings)) {
      bed.listed(roninKey(), lazarus());
      Path config = bed.configFile("process", settings);
      String screened = bed.config.topics().screenedTransfers();
      int sent = 0;
      for (int life = 0; life <= KILLS; life++) {
        int before = bed.committed(screened).size();
        WeirProcess process = run(config, "life-" + life);
        sent = sendMore(bed, sent);
        if (life < KILLS) {
          // Some of this life's work is committed, some is open.
          await("screening got going")
              .atMost(LIMIT)
              .failFast(() -> assertThat(process.isAlive()).as(process.log()).isTrue())
              .until(() -> bed.committed(screened).size() > before);
          sent = sendMore(bed, sent);
          process.kill();
        } else {
          bed.committed(screened, sent);
          assertThat(process.stop()).as(process.log()).isZero();
        }
      }

      int all = sent;
      List<ConsumerRecord<byte[], byte[]>> records = bed.committed(screened);
      assertThat(timesByKey(records))
          .hasSize(all)
          .allSatisfy((key, times) -> assertThat(times).isOne());
      List<String> flagged =
          records.stream()
              .filter(record -> header(record, VerdictHeaders.OUTCOME).equals("FLAGGED"))
              .map(record -> header(record, VerdictHeaders.HITS))
              .toList();
      List<String> hits =
          bed.alerts(0).stream().map(Alert::hits).flatMap(List::stream).map(Hit::hitId).toList();
      assertThat(flagged).hasSize(all / 10);
      assertThat(hits).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(flagged);
      assertThat(bed.committed(bed.config.topics().deadLetters())).isEmpty();
    }
  }

  private static int sendMore(ScreeningBed bed, int sent) {
    IntStream.range(sent, sent + TRANSFERS_A_LIFE)
        .forEach(
            i ->
                bed.transferSoon(
                    ether("t" + i, i % 10 == 0 ? RONIN_EXPLOITER : SOMEBODY, SOMEBODY_ELSE)));
    bed.flush();
    return sent + TRANSFERS_A_LIFE;
  }

  private static Map<String, Integer> timesByKey(List<ConsumerRecord<byte[], byte[]>> records) {
    Map<String, Integer> times = new HashMap<>();
    records.forEach(record -> times.merge(new String(record.key(), UTF_8), 1, Integer::sum));
    return times;
  }

  private WeirProcess run(Path config, String name) {
    return WeirProcess.start(
        dir.resolve(name + ".log"), List.of("run", "--config", config.toString()));
  }
}
