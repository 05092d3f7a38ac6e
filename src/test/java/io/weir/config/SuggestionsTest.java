package io.weir.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

  @Test
  void shouldCountInsertedRemovedAndReplacedLetters() {
    assertThat(Suggestions.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Suggestions.distance("", "abc")).isEqualTo(3);
    assertThat(Suggestions.distance("abc", "abc")).isZero();
  }

  @Test
  void shouldOfferNothingWhenNothingIsClose() {
    assertThat(Suggestions.closest("zzz", List.of("weir.http.port"))).isEmpty();
  }
}
