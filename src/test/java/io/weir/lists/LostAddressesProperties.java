package io.weir.lists;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.bitcoinj.base.Base58;
import org.bitcoinj.base.exceptions.AddressFormatException;

/** A damaged file is refused, or each address that still stands in it is loaded or reported. */
class LostAddressesProperties {
  private static final Map<String, ListFormat> FIXTURES =
      Map.of(
          "sdn-small.xml", new OfacSdnXml(),
          "eu-small.xml", new EuFsfXml(),
          "uk-small.xml", new UkSanctionsXml(),
          "un-small.xml", new UnConsolidatedXml(),
          "il-small.csv", new IlNbctfCsv(),
          "small.csv", new WeirCsv());

  private static final Pattern WORD = Pattern.compile("[0-9A-Za-z]+");

  @Property(tries = 3000)
  void shouldLoadOrReportEveryAddress(
      @ForAll("fixtures") String fixture,
      @ForAll @IntRange(max = 4000) int at,
      @ForAll @IntRange(max = 40) int dropped,
      @ForAll("pieces") String inserted)
      throws IOException {
    String text = Fixtures.text(fixture);
    int from = at % text.length();
    int to = Math.min(from + dropped, text.length());
    String damaged = text.substring(0, from) + inserted + text.substring(to);

    Set<String> accounted;
    try {
      accounted =
          accounted(Fixtures.read(FIXTURES.get(fixture), Fixtures.KOREA, "list", bytes(damaged)));
    } catch (ListRefused refused) {
      assertThat(refused).hasMessageStartingWith("list");
      return;
    }
    assertThat(accounted).containsAll(addresses(damaged));
  }

  @Provide
  Arbitrary<String> fixtures() {
    return Arbitraries.of(FIXTURES.keySet());
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "",
            "\"",
            ",",
            "\n",
            "<x>",
            "</x>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "&amp;",
            "&",
            "<",
            "TNZxGWCwvsHr6JxQxzoeDXV597Yf7Zb7nV",
            " 1MLPqwaFFUBZePTjpR3nxRoK19Cv9mPCc7 ",
            "\u0422"),
        Arbitraries.strings().ofMaxLength(3));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static Set<String> accounted(Publication publication) {
    return Stream.concat(
            publication.listings().stream().map(listing -> listing.address()),
            publication.notices().stream()
                .filter(notice -> notice.effect() != Notice.Effect.LOADED || isSameKey(notice))
                .map(Notice::text))
        .flatMap(text -> addresses(text).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Of two addresses of one key an entry's listing shows one, and a notice names the other. */
  private static boolean isSameKey(Notice notice) {
    return notice.reason().contains("which the same key controls");
  }

  /** What bitcoinj takes for base58check. */
  private static Set<String> addresses(String text) {
    return WORD.matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(LostAddressesProperties::isBase58Check)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isBase58Check(String word) {
    try {
      return word.length() >= 25 && Base58.decodeChecked(word).length >= 21;
    } catch (AddressFormatException no) {
      return false;
    }
  }
}
