package io.weir.lists;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is done to a file, it is read or refused in a sentence. */
class HostileOfacFilesProperties {
  private static final String ADVANCED = "identity-sdn_advanced.xml";
  private static final String CSV = "identity-sdn.csv";
  private static final String COMMENTS = "identity-sdn_comments.csv";
  private static final String FTM = "entities.ftm.json";

  @Property(tries = 500)
  void shouldReadOrRefuseAnyDamagedAdvancedXml(
      @ForAll @IntRange(max = 56_000) int at, @ForAll byte[] damage) throws Exception {
    readOrRefuse(new OfacSdnAdvancedXml(), spliced(ADVANCED, at, damage));
  }

  @Property(tries = 500)
  void shouldReadOrRefuseAnyDamagedCsv(@ForAll @IntRange(max = 8_000) int at, @ForAll byte[] damage)
      throws Exception {
    readOrRefuse(spliced(CSV, at, damage), Fixtures.bytes(COMMENTS));
  }

  @Property(tries = 500)
  void shouldReadOrRefuseAnyDamagedComments(
      @ForAll @IntRange(max = 1_400) int at, @ForAll byte[] damage) throws Exception {
    readOrRefuse(Fixtures.bytes(CSV), spliced(COMMENTS, at, damage));
  }

  @Property(tries = 500)
  void shouldReadOrRefuseAnyDamagedJson(
      @ForAll @IntRange(max = 6_000) int at, @ForAll byte[] damage) throws Exception {
    readOrRefuse(new OpenSanctionsFtm(), spliced(FTM, at, damage));
  }

  @Property(tries = 500)
  void shouldReadOrRefuseAnyValuesOfARow(@ForAll @Size(max = 14) String[] values) throws Exception {
    StringBuilder row = new StringBuilder("1");
    Arrays.stream(values)
        .forEach(value -> row.append(",\"").append(value.replace("\"", "\"\"")).append('"'));

    readOrRefuse(row.append("\r\n\u001a").toString().getBytes(UTF_8), "\u001a".getBytes(UTF_8));
  }

  @Property(tries = 500)
  void shouldReadOrRefuseAnyRemark(@ForAll String remark, @ForAll String rest) throws Exception {
    String row =
        "1,\"X\",-0- ,\"A\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\""
            + "Digital Currency Address"
            + remark.replace("\"", "")
            + "\"\r\n\u001a";
    String comments = "1,\"" + rest.replace("\"", "") + "\"\r\n\u001a";

    readOrRefuse(row.getBytes(UTF_8), comments.getBytes(UTF_8));
  }

  private static void readOrRefuse(ListFormat format, byte[] bytes) throws IOException {
    try {
      assertThat(Fixtures.read(format, Fixtures.KOREA, "list", bytes)).isNotNull();
    } catch (ListRefused refused) {
      assertThat(refused).hasMessageMatching("(?s)list(:\\d+)?: .*[.?]");
    }
  }

  private static void readOrRefuse(byte[] main, byte[] comments) throws IOException {
    try {
      assertThat(
              new ListReader(new OfacSdnCsv(), Fixtures.SDN, Optional.empty())
                  .read(
                      "list",
                      new ByteArrayInputStream(main),
                      new Companion("comments", new ByteArrayInputStream(comments))))
          .isNotNull();
    } catch (ListRefused refused) {
      assertThat(refused).hasMessageMatching("(?s)(list|comments)(:\\d+)?: .*[.?]");
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
