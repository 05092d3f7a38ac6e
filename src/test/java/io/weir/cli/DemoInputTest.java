package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.address.Chains;
import io.weir.ingest.TransferFormats;
import io.weir.runtime.Defaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoInputTest {
  private static final Path FIXTURES = Path.of("src", "test", "resources", "fixtures", "ingest");

  @TempDir private Path dir;

  @ParameterizedTest
  @CsvSource({
    "ethereum-etl.jsonl, ETHEREUM_ETL, eip155:1",
    "bitcoin-etl.jsonl, BITCOIN_ETL, bip122:000000000019d6689c085ae165831e93",
    "trongrid-pages.json, TRONGRID, tron:0x2b6653dc",
    "weir.jsonl, JSON, ''"
  })
  void shouldKnowAnExportByItsFirstLine(String file, TransferFormats format, String chain)
      throws IOException {
    assertThat(input(FIXTURES.resolve(file), Optional.empty()))
        .isEqualTo(new DemoInput(FIXTURES.resolve(file).toString(), format, chain));
  }

  @Test
  void shouldTakeTheChainFromTheNameOfTheFileOrFromTheUser() throws IOException {
    Path file = dir.resolve("bitcoin-etl-dogecoin-transactions.json");
    Files.copy(FIXTURES.resolve("bitcoin-etl.jsonl"), file);

    assertThat(input(file, Optional.empty()).chain())
        .isEqualTo("bip122:1a91e3dace36e2be3bf030a65679fe82");
    assertThat(input(file, Optional.of("litecoin")).chain())
        .isEqualTo("bip122:12a765e31ffd4059bada1e25190f6e98");
  }

  @Test
  void shouldSayWhatToDoWhenAFileCannotBeUsed() throws IOException {
    Path strange = Files.writeString(dir.resolve("strange.txt"), "hello");

    assertThatThrownBy(() -> input(strange, Optional.empty()))
        .hasMessageEndingWith("say which with --format ethereum-etl|bitcoin-etl|trongrid|json");
    assertThatThrownBy(() -> input(dir.resolve("none"), Optional.empty()))
        .hasMessage("There is no file " + dir.resolve("none"));
    assertThatThrownBy(() -> input(FIXTURES.resolve("bitcoin-etl.jsonl"), Optional.of("atlantis")))
        .hasMessageContaining("but was 'atlantis'");
  }

  private static DemoInput input(Path file, Optional<String> chain) throws IOException {
    Chains chains = Defaults.chains(Optional.empty());
    return DemoInput.of(file.toString(), Optional.empty(), chain, chains);
  }
}
