package io.weir.address;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finds what {@link Chains} finds, wherever the name stands among other bytes. */
class QuickChainsTest {
  private static final Chains DECLARED =
      new Chains(
          List.of(
              new Chain("eip155:1", List.of("ethereum", "eth"), Family.EVM),
              new Chain("eip155:42161", List.of("arbitrum"), Family.EVM),
              new Chain("eip155:43114", List.of("avalanche", "a"), Family.EVM),
              new Chain("tron:0x2b6653dc", List.of("tron"), Family.TRON),
              new Chain("bip122:000000000019d6689c085ae165831e93", List.of(), Family.BITCOIN)));

  private final QuickChains chains = new QuickChains(DECLARED);

  @Test
  void shouldFindEveryDeclaredIdAndName() {
    for (Chain chain : DECLARED.all()) {
      assertFound(chain.id(), chain.family());
      chain.names().forEach(name -> assertFound(name, chain.family()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\0",
        "Tron",
        "tro",
        "tronn",
        "ethereum2",
        "eip155:",
        "eip155:2",
        "eip155:10",
        "eip155:42162",
        "eip155:421610",
        "avalanch",
        "bip122:000000000019d6689c085ae165831e94"
      })
  void shouldFindNothingElse(String name) {
    assertFound(name, null);
  }

  /**
   * As numbers of eight bytes these are the same; which of them share a place, the hash decides.
   */
  @Test
  void shouldTellANameFromOneWithZerosBehindIt() {
    Stream<String> words =
        DECLARED.all().stream()
            .flatMap(chain -> Stream.concat(Stream.of(chain.id()), chain.names().stream()));
    words
        .filter(word -> word.length() < Long.BYTES)
        .flatMap(word -> IntStream.range(1, 60).mapToObj(zeros -> word + "\0".repeat(zeros)))
        .forEach(word -> assertFound(word, null));
  }

  /** At the end of the bytes and before others, which differ from what follows a shorter name. */
  private void assertFound(String name, Family family) {
    byte[] bytes = name.getBytes(UTF_8);
    for (String behind : List.of("", "1", "\0\0\0\0\0\0\0\0", "0123456789")) {
      byte[] text = ("xyz" + name + behind).getBytes(UTF_8);
      assertThat(chains.find(text, 3, 3 + bytes.length)).as(name + "|" + behind).isEqualTo(family);
    }
  }
}
