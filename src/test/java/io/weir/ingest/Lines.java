package io.weir.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.domain.Transfer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a format makes of an input, for tests. */
record Lines(List<IngestLine> all) {

  static Lines ofText(TransferFormats format, String text) {
    return of(format.format(), new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  static Lines ofFixture(TransferFormats format, String name) {
    try (InputStream in = Lines.class.getResourceAsStream("/fixtures/ingest/" + name)) {
      return of(format.format(), in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Lines of(TransferFormat format, InputStream in) {
    return of(format.open(in));
  }

  static Lines of(LineSource source) {
    try {
      List<IngestLine> lines = new ArrayList<>();
      for (Optional<IngestLine> line = source.next(); line.isPresent(); line = source.next()) {
        lines.add(line.get());
      }
      return new Lines(List.copyOf(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T extends IngestLine> List<T> only(Class<T> type) {
    return all.stream().filter(type::isInstance).map(type::cast).toList();
  }

  List<Transfer> transfers() {
    return only(IngestLine.Converted.class).stream()
        .flatMap(line -> line.transfers().stream())
        .toList();
  }

  List<IngestLine.Refused> refused() {
    return only(IngestLine.Refused.class);
  }

  List<IngestLine.Skipped> skipped() {
    return only(IngestLine.Skipped.class);
  }

  /** The transfer of an input that holds nothing else. */
  Transfer onlyTransfer() {
    assertThat(refused()).isEmpty();
    assertThat(all).hasSize(1);
    return transfers().get(0);
  }

  /** The refusal of an input that holds nothing else. */
  IngestLine.Refused onlyRefusal() {
    assertThat(all).hasSize(1);
    assertThat(refused()).hasSize(1);
    return refused().get(0);
  }
}
