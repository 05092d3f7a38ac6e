package io.weir.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.domain.Freshness;
import io.weir.domain.Freshness.State;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessWordsTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 min",
    "PT59M59S, 59 min",
    "PT1H, 1 h",
    "PT47H59M, 47 h 59 min",
    "PT48H, 2 d",
    "PT75H30M, 3 d 3 h",
    "P400D, 400 d"
  })
  void shouldSayNoMoreOfATimeThanMatters(Duration time, String words) {
    assertThat(FreshnessWords.words(time)).isEqualTo(words);
  }

  @Test
  void shouldNameListAgeLimitAndWhatToDo() {
    Freshness stale =
        new Freshness(
            "OFAC",
            "SDN",
            State.STALE,
            Optional.of(Duration.ofHours(99)),
            Optional.of(Duration.ofDays(3)));

    assertThat(FreshnessWords.sentence(stale))
        .isEqualTo(
            "OFAC/SDN was last found in force 4 d 3 h ago, and its limit is 3 d. Fetch it again:"
                + " weir lists sync, or weir lists load FILE");
  }

  @Test
  void shouldKeepTheNameOfAStrangersListOnOneLine() {
    Freshness unknown =
        new Freshness("A\nWARN all is well", "", State.UNKNOWN, Optional.empty(), Optional.empty());

    assertThat(FreshnessWords.sentence(unknown).lines())
        .singleElement()
        .asString()
        .startsWith("How old A WARN all is well/ is cannot be told");
  }
}
