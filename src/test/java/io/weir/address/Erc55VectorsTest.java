package io.weir.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every address that the text of ERC-55 names. */
class Erc55VectorsTest {
  private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");
  private static final Pattern FIRST_CAPITAL = Pattern.compile("[A-F]");

  @Test
  void shouldNotWarnWhenTheChecksumHolds() throws IOException {
    assertThat(vectors()).hasSize(14).allSatisfy(it -> assertThat(warns(it)).isFalse());
  }

  @Test
  void shouldWarnWhenOneLetterHasTheWrongCase() throws IOException {
    List<String> mixed = vectors().stream().filter(Erc55VectorsTest::isMixedCase).toList();

    assertThat(mixed)
        .hasSize(9)
        .allSatisfy(
            it -> {
              String flipped = FIRST_CAPITAL.matcher(it).replaceFirst(Erc55VectorsTest::lower);
              assertThat(warns(flipped)).as(flipped).isTrue();
            });
  }

  private static boolean warns(String text) {
    return Given.address(Family.EVM, text).warning().isPresent();
  }

  private static String lower(MatchResult letter) {
    return letter.group().toLowerCase(Locale.ROOT);
  }

  private static boolean isMixedCase(String text) {
    String digits = text.substring(2);
    return !digits.equals(digits.toLowerCase(Locale.ROOT))
        && !digits.equals(digits.toUpperCase(Locale.ROOT));
  }

  private static List<String> vectors() throws IOException {
    return ADDRESS
        .matcher(SharedData.utf8("addresses/erc-55.md"))
        .results()
        .map(MatchResult::group)
        .toList();
  }
}
