package io.weir.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
  private static final int MAX = 100;

  @Test
  void shouldCountLinesAcrossBlankOnesAndEveryLineEnding() {
    Lines lines = read("{\"n\":1}\n\r\n  \n{\"n\":4}\r\n{\"n\":5}", UTF_8);

    assertThat(lines.refused()).isEmpty();
    assertThat(lines.skipped()).extracting(IngestLine.Skipped::number).containsExactly(1L, 4L, 5L);
    assertThat(lines.skipped())
        .extracting(IngestLine.Skipped::reason)
        .containsExactly("1", "4", "5");
  }

  @Test
  void shouldRefuseALineAndReadTheNextWhenItIsTooLong() {
    String longest = padded(MAX);
    String tooLong = padded(MAX + 1);

    Lines lines = read(longest + "\n" + tooLong + "\n" + longest, UTF_8);

    assertThat(lines.skipped()).extracting(IngestLine.Skipped::number).containsExactly(1L, 3L);
    assertThat(lines.refused()).hasSize(1);
    assertThat(lines.refused().get(0).number()).isEqualTo(2);
    assertThat(lines.refused().get(0).reason())
        .isEqualTo("is 101 bytes long; expected no more than 100");
    assertThat(tooLong).startsWith(lines.refused().get(0).raw());
  }

  @Test
  void shouldHoldNoMoreThanTheLimitWhenALineNeverEnds() {
    Lines lines = read("x".repeat(10_000_000), UTF_8);

    assertThat(lines.onlyRefusal().reason()).startsWith("is 10000000 bytes long");
    assertThat(lines.onlyRefusal().raw()).hasSize(MAX);
  }

  @Test
  void shouldRefuseALineWhenItIsNoJsonObject() {
    Lines lines = read("[1]\n{\"n\":\n{\"n\":1} x\nnull\n{\"n\":1,\"n\":2}", UTF_8);

    assertThat(lines.refused())
        .extracting(IngestLine.Refused::number)
        .containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(lines.refused().get(0).reason()).isEqualTo("is [1]; expected an object");
    assertThat(lines.refused().get(1).reason()).startsWith("is not valid JSON at column");
    assertThat(lines.refused().get(4).reason()).contains("Duplicate field");
  }

  @Test
  void shouldRefuseALineWhenItIsNotUtf8() {
    assertThat(read("{\"n\":\"ä\"}", ISO_8859_1).onlyRefusal().reason()).startsWith("is not UTF-8");
  }

  @Test
  void shouldReadTheFirstLineWhenAByteOrderMarkStandsBeforeIt() {
    assertThat(read("\uFEFF{\"n\":1}", UTF_8).skipped()).hasSize(1);
  }

  private static String padded(int length) {
    String head = "{\"n\":1,\"p\":\"";
    return head + "p".repeat(length - head.length() - 2) + "\"}";
  }

  private static Lines read(String text, Charset charset) {
    return Lines.of(
        new JsonLines(
            new ByteArrayInputStream(text.getBytes(charset)),
            row -> row.skipped(row.value("n").asText()),
            MAX));
  }
}
