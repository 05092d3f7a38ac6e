package io.weir.lists;

import static io.weir.lists.RefusedFilesTest.refused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.lists.ListRefused.Reason;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every XML format whose addresses stand in free text refuses. */
class RefusedFreeTextTest {

  static Stream<Arguments> formats() {
    return Stream.of(
        Arguments.of(new EuFsfXml(), "eu-small.xml", "Garantex Europe", "RESOLUTION 1483"),
        Arguments.of(
            new UkSanctionsXml(), "uk-small.xml", "XINBI COMPANY LIMITED", "Nothing known"),
        Arguments.of(new UnConsolidatedXml(), "un-small.xml", "BADEGE", "fled to Rwanda"));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void shouldRefuseAnEmptyFileAndAWebPage(ListFormat format) throws Exception {
    assertThat(reason(format, new byte[0])).isEqualTo(Reason.EMPTY_FILE);
    assertThat(reason(format, Fixtures.bytes("web-page.html"))).isEqualTo(Reason.NOT_THIS_FORMAT);
    assertThat(reason(format, Fixtures.bytes("other.xml"))).isEqualTo(Reason.NOT_THIS_FORMAT);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void shouldRefuseAFileThatWasCutOffAnywhere(ListFormat format, String fixture) throws Exception {
    byte[] whole = Fixtures.bytes(fixture);

    for (int length = whole.length / 10; length < whole.length - 22; length += 31) {
      // A letter of several bytes may be cut in two.
      assertThat(reason(format, Arrays.copyOf(whole, length)))
          .isIn(Reason.TRUNCATED, Reason.MALFORMED);
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void shouldExpandNoEntityAndFetchNone(ListFormat format, String fixture) throws Exception {
    String file = Fixtures.text(fixture);
    int root = file.indexOf("?>") + 2;
    String declared =
        file.substring(0, root)
            + "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>"
            + file.substring(root);

    assertThat(reason(format, declared.getBytes(UTF_8))).isEqualTo(Reason.FORBIDDEN_XML);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void shouldRefuseAnotherEncodingThanUtf8(ListFormat format, String fixture, String name)
      throws Exception {
    String file = Fixtures.text(fixture).replace(name, "PREMI\u00c8RE");

    assertThat(reason(format, file.getBytes(ISO_8859_1))).isEqualTo(Reason.MALFORMED);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void shouldRefuseATextWithoutEnd(ListFormat format, String fixture, String name, String text)
      throws Exception {
    String endless = Fixtures.text(fixture).replace(text, "A ".repeat(99_999));

    assertThat(reason(format, endless.getBytes(UTF_8))).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void shouldRefuseAnAttributeWithoutEnd() throws Exception {
    String endless = Fixtures.text("eu-small.xml").replace("Garantex Europe", "A ".repeat(99_999));

    assertThat(reason(new EuFsfXml(), endless.getBytes(UTF_8))).isEqualTo(Reason.TOO_LARGE);
  }

  private static Reason reason(ListFormat format, byte[] file) {
    return refused(() -> Fixtures.read(format, Fixtures.KOREA, "list.xml", file)).reason();
  }
}
