package io.weir.lists;

import static io.weir.lists.Fixtures.sdn;
import static io.weir.lists.Fixtures.sdnText;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weir.lists.ListRefused.Reason;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedFilesTest {

  @Test
  void shouldRefuseAnEmptyFile() {
    assertRefused(() -> sdnText(""), Reason.EMPTY_FILE, "sdn.xml: is empty. Fetch the file again.");
  }

  @Test
  void shouldRefuseAWebPage() {
    assertRefused(
        () -> sdn("web-page.html"),
        Reason.NOT_THIS_FORMAT,
        "web-page.html:1: is a web page, not a list; the server probably answered with an error."
            + " Open it to see what it says, then fetch the file again.");
  }

  @Test
  void shouldRefuseAnotherXmlFile() {
    assertRefused(
        () -> sdn("other.xml"),
        Reason.NOT_THIS_FORMAT,
        "other.xml:3: the root element is <WATCH_LIST>, that of sdn.xml is <sdnList>."
            + " See 'weir lists formats' for what can be read.");
  }

  @Test
  void shouldRefuseAFileThatWasCutOff() throws Exception {
    byte[] whole = Fixtures.bytes("sdn-small.xml");

    for (int length = whole.length / 10; length < whole.length - 12; length += 97) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThat(refused(() -> Fixtures.read(new OfacSdnXml(), Fixtures.SDN, "sdn.xml", part)))
          .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.TRUNCATED))
          .hasMessageMatching("sdn\\.xml:\\d+: the file ends in the middle of the list; .*");
    }
  }

  @Test
  void shouldNameTheLineThatIsNotWellFormed() throws Exception {
    String broken = Fixtures.text("sdn-small.xml").replace("</lastName>", "</surname>");

    assertThat(refused(() -> sdnText(broken)))
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.MALFORMED))
        .hasMessageStartingWith("sdn.xml:9: not well-formed XML (");
  }

  @Test
  void shouldRefuseTextAfterTheRoot() throws Exception {
    String twice = Fixtures.text("sdn-small.xml") + "<sdnList></sdnList>";

    assertThat(refused(() -> sdnText(twice)).reason()).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void shouldFetchNoExternalEntity() {
    assertThat(refused(() -> sdn("sdn-xxe.xml")))
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.FORBIDDEN_XML))
        .hasMessageStartingWith("sdn-xxe.xml:4: declares a document type");
  }

  @Test
  void shouldExpandNoEntities() {
    assertThat(refused(() -> sdn("sdn-billion-laughs.xml")).reason())
        .isEqualTo(Reason.FORBIDDEN_XML);
  }

  @Test
  void shouldRefuseAPublicationWithoutDate() throws Exception {
    String undated = Fixtures.text("sdn-small.xml").replace("03/07/2026", "31/12/2026");

    assertThat(refused(() -> sdnText(undated)))
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.UNDATED))
        .hasMessageStartingWith("sdn.xml: has no readable <Publish_Date>");
  }

  @Test
  void shouldRefuseBytesThatAreNotInTheDeclaredEncoding() throws Exception {
    byte[] latin =
        Fixtures.text("sdn-small.xml").replace("FIRST", "PREMI\u00c8RE").getBytes(ISO_8859_1);

    assertThat(
            refused(() -> Fixtures.read(new OfacSdnXml(), Fixtures.SDN, "sdn.xml", latin)).reason())
        .isEqualTo(Reason.MALFORMED);
  }

  @Test
  void shouldRefuseATextWithoutEnd() throws Exception {
    String endless = Fixtures.text("sdn-small.xml").replace("NO WALLETS", "A".repeat(1_000_000));

    assertThat(refused(() -> sdnText(endless)).reason()).isEqualTo(Reason.TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!--%s-->", "<?a %s?>", "<a b='%s'/>"})
  void shouldRefuseWhatAParserWouldHoldWhole(String endless) throws Exception {
    String text = endless.replace("%s", "A".repeat(2_000_000));
    String within = Fixtures.text("sdn-small.xml").replaceFirst("<sdnEntry>", text + "<sdnEntry>");

    assertThat(refused(() -> sdnText(text)).reason()).isEqualTo(Reason.TOO_LARGE);
    assertThat(refused(() -> sdnText(within)).reason()).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void shouldRefuseElementsOfEndlessDepth() throws Exception {
    String deep =
        Fixtures.text("sdn-small.xml").replace("<sdnEntry>", "<a>".repeat(100_000) + "<sdnEntry>");

    assertThat(refused(() -> sdnText(deep)))
        .hasMessage(
            "sdn.xml:7: elements more than 100 deep; no list has that. Fetch the file again.");
  }

  @Test
  void shouldStopReadingAtTheSizeCap() {
    byte[] huge = ("<sdnList><!-- " + "a".repeat(1_000_000)).getBytes(UTF_8);
    ByteArrayInputStream file = new ByteArrayInputStream(huge);
    ListReader reader = new ListReader(new OfacSdnXml(), Fixtures.SDN, Optional.empty(), 100_000);

    assertRefused(
        () -> reader.read("sdn.xml", file),
        Reason.TOO_LARGE,
        "sdn.xml: larger than 100000 bytes; no list is. Fetch the file again.");
    assertThat(file.available()).isGreaterThan(800_000);
  }

  static ListRefused refused(ThrowingCallable call) {
    ListRefused refused = catchThrowableOfType(ListRefused.class, call);
    assertThat(refused).as("a refusal").isNotNull();
    return refused;
  }

  static void assertRefused(ThrowingCallable call, Reason reason, String message) {
    assertThat(refused(call))
        .hasMessage(message)
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}
