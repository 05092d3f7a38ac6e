package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.avro.AvroSafety;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark at a size at which its figures mean nothing: its processes and its checks. */
class BenchCommandIT {
  @TempDir private Path dir;

  @BeforeAll
  static void allowOurRecords() {
    AvroSafety.apply();
  }

  @Test
  void shouldMeasureAndCheckWhatTheApplicationsWrite() throws IOException {
    Path json = dir.resolve("bench.json");

    CommandFixture bench =
        bench(
            "throughput",
            "--transfers",
            "2000",
            "--only",
            "join,shipped",
            "--json",
            json.toString());

    assertThat(bench.exitCode()).as(bench.toString()).isZero();
    assertThat(bench.err()).contains("Writing 3,000 transfers: 30 hits", "Round 1 of 1, shipped: ");
    assertThat(bench.out())
        .contains("join", "shipped", "TRANSFERS/S", "cores", "at most 10.00 ms")
        .contains("see weir bench latency");
    JsonNode report = new ObjectMapper().readTree(json.toFile()).get("reports").get(0);
    assertThat(report.get("scores")).hasSize(2);
    assertThat(report.get("runs")).hasSize(2);
    assertThat(report.get("runs").get(1).get("transfers_per_second").doubleValue()).isPositive();
    assertThat(leftOver()).isEmpty();
  }

  @Test
  void shouldFailWhenAnApplicationLosesARecord() throws IOException {
    CommandFixture bench =
        bench(
            "throughput",
            "--transfers",
            "2000",
            "--only",
            "copy",
            "--also",
            "io.weir.bench.LosingCopyApp");

    assertThat(bench.exitCode()).as(bench.toString()).isEqualTo(ExitCode.STREAM_FAILED.number());
    assertThat(bench.err())
        .contains("Round 1 of 1, copy: ")
        .contains("The output of also is wrong: 2999 screened records instead of 3000");
    assertThat(leftOver()).isEmpty();
  }

  @Test
  void shouldMeasureEveryAlertOfASteadyLoad() throws IOException {
    Path json = dir.resolve("latency.json");
    CommandFixture bench =
        bench("latency", "--rate", "500", "--seconds", "2", "--settle", "0", "--json", "" + json);

    assertThat(bench.exitCode()).as(bench.toString()).isZero();
    JsonNode phase = new ObjectMapper().readTree(json.toFile()).at("/reports/0/phases/0");
    assertThat(phase.at("/alert_micros/count").intValue()).isEqualTo(10);
    assertThat(phase.at("/plain_micros/count").intValue()).isEqualTo(1_000);
    assertThat(phase.at("/alert_micros/p50").longValue()).isPositive();
  }

  @Test
  void shouldFindThePastOfEveryLaterListing() throws IOException {
    Path json = dir.resolve("lookback.json");
    CommandFixture bench =
        bench(
            "lookback",
            "--transfers",
            "3000",
            "--screened",
            "1000",
            "--listings",
            "2",
            "--touches",
            "5",
            "--set",
            "weir.lookback.segment.records=500",
            "--json",
            json.toString());

    assertThat(bench.exitCode()).as(bench.toString()).isZero();
    assertThat(bench.out()).contains("full-scan", "with-lookback", "ms until its last alert");
    JsonNode report = new ObjectMapper().readTree(json.toFile()).at("/reports/0");
    assertThat(report.at("/listings")).hasSize(2);
    assertThat(report.at("/listings/0/alerts").intValue()).isEqualTo(5);
    assertThat(report.at("/listings/1/segments").intValue()).isEqualTo(6);
    assertThat(report.at("/index/0/transfers").intValue()).isEqualTo(3_000);
    assertThat(report.at("/index/0/stored_bytes").longValue()).isPositive();
  }

  @Test
  void shouldRefuseASettingBeforeAnythingIsStarted() {
    CommandFixture run = bench("lookback", "--set", "kafka.max.poll.records=many");

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(10);
    assertThat(run.err()).contains("--set: kafka.max.poll.records", "Not a number");
    assertThat(dir.resolve("w")).doesNotExist();
  }

  private CommandFixture bench(String command, String... more) {
    List<String> args = new ArrayList<>(List.of("bench", command, "--warm-up", "1000"));
    args.addAll(List.of("--hit-every", "100", "--rounds", "1"));
    args.addAll(List.of("--listed", "200", "--partitions", "2"));
    // Quick to start, and never for figures.
    args.addAll(List.of("--jvm", "-XX:TieredStopAtLevel=1", "--dir", dir.resolve("w").toString()));
    args.addAll(List.of(more));
    return CommandFixture.weir(args.toArray(String[]::new));
  }

  private List<Path> leftOver() throws IOException {
    try (Stream<Path> files = Files.list(dir.resolve("w"))) {
      return files.toList();
    }
  }
}
