package io.weir.lists;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class HostileFilesProperties {
  private static final Map<ListFormat, String> FREE_TEXT =
      Map.of(
          new EuFsfXml(), "eu-small.xml",
          new UkSanctionsXml(), "uk-small.xml",
          new UnConsolidatedXml(), "un-small.xml",
          new IlNbctfCsv(), "il-small.csv");

  @Property(tries = 500)
  void shouldReadOrRefuseAnyDamagedXml(@ForAll @IntRange(max = 3500) int at, @ForAll byte[] damage)
      throws Exception {
    readOrRefuse(new OfacSdnXml(), spliced("sdn-small.xml", at, damage));
  }

  @Property(tries = 500)
  void shouldReadOrRefuseAnyDamagedCsv(@ForAll @IntRange(max = 500) int at, @ForAll byte[] damage)
      throws Exception {
    readOrRefuse(new WeirCsv(), spliced("small.csv", at, damage));
  }

  @Property(tries = 500)
  void shouldReadOrRefuseAnyDamagedFreeText(
      @ForAll("freeTextFormats") ListFormat format,
      @ForAll @IntRange(max = 3000) int at,
      @ForAll byte[] damage)
      throws Exception {
    readOrRefuse(format, spliced(FREE_TEXT.get(format), at, damage));
  }

  @Property(tries = 500)
  void shouldReadOrRefuseAnyText(@ForAll String text) throws Exception {
    String quoted = '"' + text.replace("\"", "\"\"") + '"';
    String file = Fixtures.text("il-small.csv") + "x,,,," + quoted + ",\n" + quoted + "\n";

    readOrRefuse(new IlNbctfCsv(), file.getBytes(UTF_8));
  }

  @Provide
  Arbitrary<ListFormat> freeTextFormats() {
    return Arbitraries.of(FREE_TEXT.keySet());
  }

  @Property(tries = 500)
  void shouldReadOrRefuseAnyCell(@ForAll String cell) throws Exception {
    String quoted = '"' + cell.replace("\"", "\"\"") + '"';
    String row = String.join(",", quoted, quoted, quoted, quoted, quoted, quoted);

    readOrRefuse(new WeirCsv(), (CsvColumns.HEADER + "\n" + row + "\n").getBytes(UTF_8));
  }

  private static void readOrRefuse(ListFormat format, byte[] bytes) throws IOException {
    try {
      assertThat(Fixtures.read(format, Fixtures.KOREA, "list", bytes)).isNotNull();
    } catch (ListRefused refused) {
      assertThat(refused).hasMessageMatching("(?s)list(:\\d+)?: .*\\.?");
    }
  }

  private static byte[] spliced(String fixture, int at, byte[] damage) throws IOException {
    byte[] bytes = Fixtures.bytes(fixture);
    int from = Math.min(at, bytes.length);
    byte[] damaged = Arrays.copyOf(bytes, Math.max(bytes.length, from + damage.length));
    System.arraycopy(damage, 0, damaged, from, damage.length);
    return damaged;
  }
}
