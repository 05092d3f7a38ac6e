package io.weir.cli;

import static io.weir.cli.CommandFixture.weir;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestCommandTest {
  private static final String ETHEREUM = "src/test/resources/fixtures/ingest/ethereum-etl.jsonl";
  private static final String BITCOIN = "src/test/resources/fixtures/ingest/bitcoin-etl.jsonl";

  @TempDir Path folder;

  @Test
  void shouldPrintTransfersAndASummaryWhenDry() {
    CommandFixture run = weir("ingest", "--format", "ethereum-etl", "--dry-run", ETHEREUM);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().lines()).hasSize(6).allMatch(line -> line.startsWith("{\"transfer_id\":"));
    assertThat(run.err())
        .isEqualTo(
            """
            LINES         WHY
            read       9
            transfers  6  to stdout
            skipped    3  type block 1, type log 1, type trace 1
            refused    0
            """);
  }

  @Test
  void shouldReadBackWhatItPrinted() throws IOException {
    CommandFixture first = weir("ingest", "--format", "ethereum-etl", "--dry-run", ETHEREUM);
    Path printed = Files.writeString(folder.resolve("weir.jsonl"), first.out());

    CommandFixture second = weir("ingest", "--format", "json", "--dry-run", printed.toString());

    assertThat(second.exitCode()).isZero();
    assertThat(second.out()).isEqualTo(first.out());
  }

  @Test
  void shouldNameEveryRefusedLineAndKeepItWhenInputIsRefused() throws IOException {
    Path input = bad(12);
    Path rejects = folder.resolve("rejects.jsonl");

    CommandFixture run =
        weir(
            "ingest",
            "--format",
            "json",
            "--dry-run",
            "--rejects",
            rejects.toString(),
            input.toString());

    assertThat(run.exitCode()).isEqualTo(16);
    assertThat(run.err())
        .contains(input + ":1: chian is not a field; did you mean chain?")
        .contains(input + ":10: chian")
        .doesNotContain(input + ":11:")
        .contains("… and 2 more; " + rejects + " has them all")
        .contains("refused    12  chian 12");
    assertThat(Files.readAllLines(rejects)).hasSize(12);
  }

  @Test
  void shouldAddToTheRejectsWhenItGoesOn() throws IOException {
    Path input = bad(3);
    Path rejects = folder.resolve("rejects.jsonl");
    String[] all = {
      "ingest", "--format", "json", "--dry-run", "--rejects", rejects.toString(), input.toString()
    };
    weir(all);
    weir(all);
    assertThat(Files.readAllLines(rejects)).hasSize(3);

    CommandFixture run =
        weir(
            "ingest",
            "--format",
            "json",
            "--dry-run",
            "--from-line",
            "3",
            "--rejects",
            rejects.toString(),
            input.toString());

    assertThat(run.err()).contains(":3: chian").doesNotContain(":2: chian");
    assertThat(Files.readAllLines(rejects)).hasSize(4);
  }

  private Path bad(int lines) throws IOException {
    return Files.writeString(folder.resolve("bad.jsonl"), "{\"chian\": 1}\n".repeat(lines));
  }

  @Test
  void shouldWarnWhenSendersAreUnknown() {
    CommandFixture run =
        weir("ingest", "--format", "bitcoin-etl", "--chain", "dogecoin", "--dry-run", BITCOIN);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("\"symbol\":\"DOGE\"");
    assertThat(run.err()).contains("2 transfers have inputs without an address");
  }

  @Test
  void shouldPrintTheSummaryAsJson() {
    CommandFixture run =
        weir("ingest", "--format", "ethereum-etl", "--dry-run", "--json", ETHEREUM);

    assertThat(run.err())
        .startsWith("{")
        .contains("\"transfers\" : 6", "\"refused\" : 0", "\"next_line\" : 10");
  }

  @Test
  void shouldRefuseTheCommandLineWhenItMakesNoSense() {
    assertThat(weir("ingest", "--dry-run", ETHEREUM).err()).contains("--format");
    assertThat(weir("ingest", "--format", "csv", "--dry-run", ETHEREUM).err())
        .contains("expected one of ethereum-etl, bitcoin-etl, trongrid, json but was 'csv'");
    CommandFixture unknown =
        weir("ingest", "--format", "ethereum-etl", "--chain", "etherium", "--dry-run", ETHEREUM);
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("'etherium'");
    assertThat(
            weir("ingest", "--format", "json", "--chain", "ethereum", "--dry-run", ETHEREUM).err())
        .contains("each transfer names its own chain");
    assertThat(
            weir("ingest", "--format", "json", "--from-line", "0", "--dry-run", ETHEREUM)
                .exitCode())
        .isEqualTo(2);
  }

  @Test
  void shouldSayWhatIsWrongWhenTheFileCannotBeOpened() {
    CommandFixture absent = weir("ingest", "--format", "json", "--dry-run", "absent.jsonl");
    assertThat(absent.exitCode()).isEqualTo(16);
    assertThat(absent.err()).isEqualTo("There is no file absent.jsonl\n");

    CommandFixture rejects =
        weir("ingest", "--format", "json", "--dry-run", "--rejects", "absent/x", ETHEREUM);
    assertThat(rejects.exitCode()).isEqualTo(2);
    assertThat(rejects.err()).startsWith("The rejects file absent/x cannot be written");
  }
}
