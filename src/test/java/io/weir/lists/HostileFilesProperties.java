package io.weir.lists;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class HostileFilesProperties {

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
