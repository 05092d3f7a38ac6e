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
    CommandFixture bench = bench("throughput", "--transfers", "2000", "--only", "join,shipped");

    assertThat(bench.exitCode()).as(bench.toString()).isZero();
    assertThat(bench.err()).contains("Writing 3,000 transfers: 30 hits", "Round 1 of 1, shipped: ");
    assertThat(bench.out())
        .contains("join", "shipped", "TRANSFERS/S", "cores", "at most 10.00 ms")
        .contains("see weir bench latency");
    JsonNode report = written().at("/reports/0");
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
    CommandFixture bench = bench("latency", "--rate", "500", "--seconds", "2", "--settle", "0");

    assertThat(bench.exitCode()).as(bench.toString()).isZero();
    JsonNode phase = written().at("/reports/0/phases/0");
    assertThat(phase.at("/alert_micros/count").intValue()).isEqualTo(10);
    assertThat(phase.at("/plain_micros/count").intValue()).isEqualTo(1_000);
    assertThat(phase.at("/alert_micros/p50").longValue()).isPositive();
  }

  @Test
  void shouldFindThePastOfEveryLaterListing() throws IOException {
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
            "weir.lookback.segment.records=500");

    assertThat(bench.exitCode()).as(bench.toString()).isZero();
    assertThat(bench.out()).contains("full-scan", "with-lookback", "ms until its last alert");
    JsonNode report = written().at("/reports/0");
    assertThat(report.at("/listings")).hasSize(2);
    assertThat(report.at("/listings/0/alerts").intValue()).isEqualTo(5);
    assertThat(report.at("/listings/1/segments").intValue()).isEqualTo(6);
    assertThat(report.at("/index/0/transfers").intValue()).isEqualTo(3_000);
    assertThat(report.at("/index/0/stored_bytes").longValue()).isPositive();
  }

  @Test
  void shouldMeasureLoadsUnlikeTheUsualOne() throws IOException {
    CommandFixture bench =
        bench(
            "loads",
            "--transfers",
            "2000",
            "--only",
            "no-hits,many-hits",
            "--set",
            "kafka.linger.ms=7");

    assertThat(bench.exitCode()).as(bench.toString()).isZero();
    assertThat(bench.err())
        .contains("Writing 3,000 transfers: 0 hits", "Writing 3,000 transfers: 15 hits");
    JsonNode report = written().at("/reports/0");
    assertThat(report.at("/targets")).hasSize(1);
    assertThat(report.at("/targets/0/found").doubleValue()).isPositive();
    assertThat(report.at("/settings/heap").textValue()).isEqualTo("512m");
    assertThat(report.at("/settings/client_settings/producer.linger.ms").textValue())
        .isEqualTo("7");
    assertThat(report.at("/settings/client_settings/consumer.max.poll.records").textValue())
        .isEqualTo("2000");
  }

  @Test
  void shouldMeasureListsOfSeveralLengths() throws IOException {
    CommandFixture bench =
        run("list", "--sizes", "200,20000", "--transfers", "2000", "--heap", "300m");

    assertThat(bench.exitCode()).as(bench.toString()).isZero();
    assertThat(bench.err()).contains("Round 1 of 1, listed-200: ", "Round 1 of 1, listed-20000: ");
    assertThat(bench.out()).contains("HEAP BYTES/ADDRESS", "heap 300m").doesNotContain("512m");
    JsonNode report = written().at("/reports/0");
    assertThat(report.at("/heap_bytes_of_an_address/20000").isNumber()).isTrue();
    assertThat(report.at("/scores")).hasSize(2);
  }

  @Test
  void shouldRefuseASettingBeforeAnythingIsStarted() {
    CommandFixture run = bench("lookback", "--set", "kafka.max.poll.records=many");

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(10);
    assertThat(run.err()).contains("--set: kafka.max.poll.records", "Not a number");
    assertThat(dir.resolve("w")).doesNotExist();
  }

  private CommandFixture bench(String command, String... more) {
    List<String> args = new ArrayList<>(List.of("--listed", "200"));
    args.addAll(List.of(more));
    return run(command, args.toArray(String[]::new));
  }

  private CommandFixture run(String command, String... more) {
    List<String> args = new ArrayList<>(List.of("bench", command, "--warm-up", "1000"));
    args.addAll(List.of("--hit-every", "100", "--rounds", "1", "--partitions", "2"));
    // Quick to start, and never for figures.
    args.addAll(List.of("--jvm", "-XX:TieredStopAtLevel=1", "--dir", dir.resolve("w").toString()));
    args.addAll(List.of("--json", dir.resolve("bench.json").toString()));
    args.addAll(List.of(more));
    return CommandFixture.weir(args.toArray(String[]::new));
  }

  private JsonNode written() throws IOException {
    return new ObjectMapper().readTree(dir.resolve("bench.json").toFile());
  }

  private List<Path> leftOver() throws IOException {
    try (Stream<Path> files = Files.list(dir.resolve("w"))) {
      return files.toList();
    }
  }
}
