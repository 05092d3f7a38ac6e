package io.weir.it;

import static io.weir.it.ScreeningBed.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.avro.AvroSafety;
import io.weir.cli.CommandFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code weir lists load} as a process of its own, killed or superseded while it publishes. */
class KilledLoadIT {
  private static final int LISTINGS = 10_000;

  @TempDir static Path clusterDir;
  private static TestCluster cluster;
  @TempDir Path dir;
  private String prefix;

  @BeforeAll
  static void startCluster() {
    AvroSafety.apply();
    cluster = new TestCluster(clusterDir);
  }

  @AfterAll
  static void stopCluster() {
    cluster.close();
  }

  @BeforeEach
  void loadTheOldList() throws IOException {
    prefix = UUID.randomUUID() + ".";
    assertThat(weir("topics", "create").exitCode()).isZero();
    assertThat(weir(load(csv(0, 100))).exitCode()).isZero();
  }

  @Test
  void shouldLeaveTheOldListWhenItIsKilledWhilePublishing() throws IOException {
    String old = weir("lists", "show", "--json").out();
    WeirProcess process = start(load(csv(0, LISTINGS)));
    awaitRows(200, process);

    process.kill();

    assertThat(process.exitCode()).isNotZero();
    assertThat(weir("lists", "show", "--json").out()).isEqualTo(old);
    CommandFixture again = weir(load(csv(0, LISTINGS)));
    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out()).contains("added      " + (LISTINGS - 100), "unchanged  100");
    assertThat(weir(load(csv(0, LISTINGS))).out()).contains("unchanged  " + LISTINGS);
  }

  @Test
  void shouldSayThatAnotherLoadTookItsPlace() throws IOException {
    WeirProcess process = start(load(csv(0, LISTINGS)));
    awaitRows(200, process);

    assertThat(weir(load(csv(0, 101))).exitCode()).isZero();

    assertThat(process.exitCode()).as(process.log()).isEqualTo(20);
    assertThat(process.log().lines())
        .endsWith(
            "Nothing was published, the list in force stays. Another load began after this one and"
                + " took its place; when it is done, run this one again.");
    assertThat(weir("lists", "history", "--json", "--limit", "1").out())
        .contains("\"in_force\" : 101");
    assertThat(weir(load(csv(0, 101))).out()).contains("unchanged  101");
  }

  /** Rows from the topic's beginning, those of open transactions among them. */
  private void awaitRows(long rows, WeirProcess process) {
    TopicPartition partition = new TopicPartition(prefix + "sanctioned-addresses", 0);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrap()))) {
      await("rows are being written")
          .atMost(LIMIT)
          .failFast(() -> assertThat(process.isAlive()).as(process.log()).isTrue())
          .until(() -> end(admin, partition) > rows);
    }
  }

  private static long end(Admin admin, TopicPartition partition)
      throws ExecutionException, InterruptedException {
    return admin
        .listOffsets(Map.of(partition, OffsetSpec.latest()))
        .partitionResult(partition)
        .get()
        .offset();
  }

  private String[] load(Path csv) {
    return new String[] {"lists", "load", csv.toString(), "--authority", "KR", "--list", "MOFA"};
  }

  private Path csv(int from, int to) throws IOException {
    StringBuilder text =
        new StringBuilder("entry_id,name,programs,address,asset_label,listed_on\n");
    for (int i = from; i < to; i++) {
      text.append(i).append(",Name,,0x").append(String.format("%040x", i)).append(",ETH,\n");
    }
    return Files.writeString(dir.resolve(to + ".csv"), text);
  }

  private CommandFixture weir(String... args) {
    return CommandFixture.weir(connected(args).toArray(String[]::new));
  }

  private List<String> connected(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--bootstrap", cluster.bootstrap()));
    if (!args[0].equals("topics")) {
      all.addAll(List.of("--registry", cluster.registryUrl()));
    }
    all.addAll(List.of("--set", "weir.topics.prefix=" + prefix));
    return all;
  }

  private WeirProcess start(String... args) {
    List<String> all = connected(args);
    // One record a request, so that the transaction is open for long.
    all.addAll(
        List.of(
            "--set", "kafka.producer.batch.size=1",
            "--set", "kafka.producer.max.in.flight.requests.per.connection=1"));
    return WeirProcess.start(dir.resolve("load.log"), all);
  }
}
