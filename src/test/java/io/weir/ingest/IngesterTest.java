package io.weir.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.domain.Transfer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngesterTest {
  private static final String GOOD =
      """
      {"type": "transaction", "hash": "0x%d", "from_address": "0xa1", "to_address": "0xb2", \
      "value": 5, "block_timestamp": 1683029999, "block_number": 100}
      """;

  private static final String MIXED =
      GOOD.formatted(1)
          + "{\"type\": \"block\"}\n"
          + "not json\n"
          + "\n"
          + GOOD.formatted(5)
          + GOOD.formatted(6).replace("\"value\": 5", "\"value\": 0.5")
          + GOOD.formatted(7);

  private final List<IngestLine.Refused> refused = new ArrayList<>();
  private final List<Long> progress = new ArrayList<>();

  /** Keeps what it is given; from a set line on it fails. */
  private static final class FailingSink implements TransferSink {
    private final List<Transfer> taken = new ArrayList<>();
    private final long failsFrom;

    FailingSink(long failsFrom) {
      this.failsFrom = failsFrom;
    }

    @Override
    public void write(Transfer transfer, IngestLine.Converted line) throws IngestFailure {
      if (line.number() >= failsFrom) {
        throw new IngestFailure(failsFrom, "broken", new IOException("broken"));
      }
      taken.add(transfer);
    }

    @Override
    public void flush() {}

    @Override
    public List<IngestLine.Refused> takeRefused() {
      return List.of();
    }

    @Override
    public long written() {
      return taken.size();
    }

    @Override
    public void close() {}
  }

  private final FailingSink sink = new FailingSink(Long.MAX_VALUE);

  private Ingester ingester(TransferSink into, long fromLine) {
    return new Ingester(into, refused::add, progress::add, fromLine);
  }

  private static LineSource source(String text) {
    return TransferFormats.ETHEREUM_ETL
        .format()
        .open(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  @Test
  void shouldGoOnToTheEndAndCountWhenLinesAreRefused() throws Exception {
    Ingester ingester = ingester(sink, 1);

    ingester.run(source(MIXED));

    assertThat(sink.taken).extracting(Transfer::txHash).containsExactly("0x1", "0x5", "0x7");
    assertThat(refused).extracting(IngestLine.Refused::number).containsExactly(3L, 6L);
    IngestReport report = ingester.report();
    assertThat(report.lines()).isEqualTo(6);
    assertThat(report.transfers()).isEqualTo(3);
    assertThat(report.refused()).isEqualTo(Map.of("line", 1L, "value", 1L));
    assertThat(report.skipped()).isEqualTo(Map.of("type block", 1L));
    assertThat(report.nextLine()).isEqualTo(8);
    assertThat(progress).containsExactly(1L, 2L, 3L, 5L, 6L, 7L);
  }

  @Test
  void shouldLookAtNoEarlierLineWhenItGoesOn() throws Exception {
    Ingester ingester = ingester(sink, 6);

    ingester.run(source(MIXED));

    assertThat(sink.taken).extracting(Transfer::txHash).containsExactly("0x7");
    assertThat(refused).extracting(IngestLine.Refused::number).containsExactly(6L);
    assertThat(ingester.report().lines()).isEqualTo(2);
    assertThat(ingester.report().skipped()).isEmpty();
  }

  @Test
  void shouldNameTheLineToGoOnWithWhenATransferCannotBeWritten() {
    Ingester ingester = ingester(new FailingSink(5), 1);

    assertThatThrownBy(() -> ingester.run(source(MIXED)))
        .isInstanceOf(IngestFailure.class)
        .hasMessage("broken");

    assertThat(ingester.report().nextLine()).isEqualTo(5);
    assertThat(ingester.report().transfers()).isEqualTo(1);
  }

  @Test
  void shouldTakeNoFurtherLineWhenStopped() throws Exception {
    Ingester ingester = ingester(sink, 1);
    LineSource lines = source(MIXED);

    // Stops while a line is being read, as an interrupt from another thread does.
    ingester.run(
        () -> {
          Optional<IngestLine> line = lines.next();
          stop(ingester);
          return line;
        });

    assertThat(sink.taken).isEmpty();
    assertThat(ingester.report().lines()).isZero();
    assertThat(ingester.report().nextLine()).isEqualTo(1);
  }

  @Test
  void shouldKeepWhatWasReadWhenTheInputBreaksOff() throws Exception {
    byte[] zipped = gzip(GOOD.formatted(1).repeat(20_000));
    InputStream cut = new ByteArrayInputStream(zipped, 0, zipped.length - 10);
    Ingester ingester = ingester(sink, 1);

    assertThatThrownBy(
            () -> ingester.run(TransferFormats.ETHEREUM_ETL.format().open(IngestInput.open(cut))))
        .isInstanceOf(IOException.class);

    assertThat(sink.taken).isNotEmpty();
    assertThat(ingester.report().nextLine()).isEqualTo(sink.taken.size() + 1);
  }

  @Test
  void shouldInflateAnInputWhenItIsGzipped() throws Exception {
    byte[] plain = MIXED.getBytes(UTF_8);

    assertThat(IngestInput.open(new ByteArrayInputStream(gzip(MIXED))).readAllBytes())
        .isEqualTo(plain);
    assertThat(IngestInput.open(new ByteArrayInputStream(plain)).readAllBytes()).isEqualTo(plain);
    assertThat(IngestInput.open(new ByteArrayInputStream(new byte[0])).readAllBytes()).isEmpty();
    assertThat(IngestInput.open(new ByteArrayInputStream(new byte[] {0x1f})).readAllBytes())
        .hasSize(1);
  }

  @Test
  void shouldCountTransfersWithoutKnownSenders() throws Exception {
    Ingester ingester = ingester(sink, 1);

    try (InputStream in = getClass().getResourceAsStream("/fixtures/ingest/bitcoin-etl.jsonl")) {
      ingester.run(TransferFormats.BITCOIN_ETL.format().open(in));
    }

    assertThat(ingester.report().sendersUnknown()).isEqualTo(2);
  }

  @Test
  void shouldKeepEveryRefusedLineInTheRejectsFile(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("rejects.jsonl");
    try (Rejects rejects = Rejects.create(file)) {
      new Ingester(sink, rejects, line -> {}, 1).run(source(MIXED));
    }
    try (Rejects rejects = Rejects.append(file)) {
      rejects.add(new IngestLine.Refused(9, "value", "is \"x\"", "raw"));
    }

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(3);
    JsonNode second = Json.MAPPER.readTree(lines.get(1));
    assertThat(second.get("line").asInt()).isEqualTo(6);
    assertThat(second.get("field").asText()).isEqualTo("value");
    assertThat(second.get("reason").asText()).contains("floating-point");
    assertThat(second.get("raw").asText()).isEqualTo(MIXED.lines().toList().get(5));
    assertThat(Json.MAPPER.readTree(lines.get(2)).get("line").asInt()).isEqualTo(9);
  }

  @Test
  void shouldWriteLinesThatItsOwnFormatReads() throws Exception {
    StringWriter out = new StringWriter();
    ingester(new JsonSink(new PrintWriter(out)), 1).run(source(MIXED));
    ingester(sink, 1).run(source(MIXED));

    assertThat(Lines.ofText(TransferFormats.JSON, out.toString()).transfers())
        .isEqualTo(sink.taken);
  }

  private static void stop(Ingester ingester) throws IOException {
    try {
      ingester.stop();
    } catch (IngestFailure e) {
      throw new IOException(e);
    }
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
