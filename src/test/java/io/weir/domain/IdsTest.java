package io.weir.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Ids are public API: consumers keep them, so they may never come out differently. */
class IdsTest {
  private static final String LISTING = Ids.listing("OFAC", "SDN", "27307", Samples.roninKey());
  private static final String HIT =
      Ids.hit("eip155:1:0xab:0", Role.SENDER, Samples.roninKey(), LISTING);

  @Test
  void shouldBeWhatTheyWereInTheFirstRelease() {
    // Worked out apart from this code: sha256 over the parts, each behind its length in four bytes.
    assertThat(LISTING).isEqualTo("16c74839307f02755050c01f6c522a70");
    assertThat(HIT).isEqualTo("f50de8f677fc32e0bda273b821f87916");
    assertThat(Ids.alert("eip155:1:0xab:0", AlertKind.HIT, List.of(HIT), 0))
        .isEqualTo("941026e51a3133c25d56cef5c4533aa0");
    assertThat(Ids.alert("eip155:1:0xab:0", AlertKind.HIT, List.of(HIT), 1))
        .isEqualTo("27dd38f36c1185b861558adb2b42d26b");
  }

  @Test
  void shouldNotDependOnTheOrderOfTheHits() {
    assertThat(Ids.alert("t", AlertKind.HIT, List.of("a", "b"), 0))
        .isEqualTo(Ids.alert("t", AlertKind.HIT, List.of("b", "a"), 0));
  }

  @Test
  void shouldKeepPartsApart() {
    assertThat(Ids.alert("t", AlertKind.HIT, List.of("ab", "c"), 0))
        .isNotEqualTo(Ids.alert("t", AlertKind.HIT, List.of("a", "bc"), 0));
  }
}
