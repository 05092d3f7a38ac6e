package io.weir.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {
  @Test
  void shouldNotDependOnTheOrder() {
    assertThat(tally("a", "b", "c")).isEqualTo(tally("c", "a", "b"));
  }

  @Test
  void shouldDifferWhenSomethingIsLostRepeatedOrChanged() {
    assertThat(tally("a", "b")).isNotEqualTo(tally("a"));
    assertThat(tally("a", "b")).isNotEqualTo(tally("a", "b", "b"));
    assertThat(tally("a", "b")).isNotEqualTo(tally("a", "a"));
    assertThat(tally("a", "b")).isNotEqualTo(tally("a", "c"));
  }

  @Test
  void shouldTellPartsApart() {
    Tally together = new Tally();
    Tally apart = new Tally();
    together.add("ab".getBytes(UTF_8), "c".getBytes(UTF_8));
    apart.add("a".getBytes(UTF_8), "bc".getBytes(UTF_8));

    assertThat(together.result()).isNotEqualTo(apart.result());
  }

  @Test
  void shouldAddUpInParts() {
    assertThat(tally("a").plus(tally("b", "c"))).isEqualTo(tally("a", "b", "c"));
  }

  private static Tally.Result tally(String... things) {
    Tally tally = new Tally();
    for (String thing : things) {
      tally.add(thing.getBytes(UTF_8));
    }
    return tally.result();
  }
}
