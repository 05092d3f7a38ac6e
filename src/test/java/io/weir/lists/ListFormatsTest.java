package io.weir.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListFormatsTest {

  @ParameterizedTest
  @CsvSource({
    "sdn-small.xml, ofac-sdn-xml",
    "sdn-old-namespace.xml, ofac-sdn-xml",
    "sdn-prefixed.xml, ofac-sdn-xml",
    "eu-small.xml, eu-fsf-xml",
    "uk-small.xml, uk-sanctions-xml",
    "un-small.xml, un-consolidated-xml",
    "il-small.csv, il-nbctf-csv",
    "small.csv, csv"
  })
  void shouldGuessTheFormatByTheBeginning(String fixture, String id) throws Exception {
    assertThat(guess(Fixtures.bytes(fixture)).map(ListFormat::id)).contains(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"web-page.html", "other.xml"})
  void shouldNotGuessWhenNothingFits(String fixture) throws Exception {
    assertThat(guess(Fixtures.bytes(fixture))).isEmpty();
  }

  @Test
  void shouldLeaveTheFileAtItsBeginning() throws Exception {
    byte[] bytes = Fixtures.bytes("sdn-small.xml");
    BufferedInputStream file = new BufferedInputStream(new ByteArrayInputStream(bytes));

    ListFormats.guess(file);

    assertThat(file.readAllBytes()).isEqualTo(bytes);
  }

  @Test
  void shouldFindEveryFormatByItsId() {
    assertThat(ListFormats.all())
        .allSatisfy(format -> assertThat(ListFormats.find(format.id())).contains(format));
    assertThat(ListFormats.find("pdf")).isEmpty();
  }

  private static Optional<ListFormat> guess(byte[] bytes) throws IOException {
    return ListFormats.guess(new BufferedInputStream(new ByteArrayInputStream(bytes)));
  }
}
