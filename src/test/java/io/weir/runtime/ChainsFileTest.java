package io.weir.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.address.Chain;
import io.weir.address.Chains;
import io.weir.address.Family;
import io.weir.config.YamlFile;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChainsFileTest {
  private static Chains chains(String text) {
    return YamlFile.read("chains.yaml", new StringReader(text), ChainsFile::read);
  }

  @Test
  void shouldFindAChainByIdAndByName() throws IOException {
    Chains builtIn = Defaults.chains(Optional.empty());

    assertThat(builtIn.find("eip155:1").map(Chain::family)).contains(Family.EVM);
    assertThat(builtIn.find("ethereum")).isEqualTo(builtIn.find("eip155:1"));
    assertThat(builtIn.find("tron").map(Chain::family)).contains(Family.TRON);
    assertThat(builtIn.find("no-such-chain")).isEmpty();
  }

  @Test
  void shouldReportEveryProblemAtOnce() {
    assertThatThrownBy(
            () ->
                chains(
                    """
                    chains:
                      - id: eip155:1
                        names: [ethereum]
                        family: evm
                      - id: other
                        names: [ethereum]
                        family: evm
                      - id: third
                        family: evmm
                      - family: evm
                        colour: red
                    """))
        .isInstanceOf(YamlFile.Invalid.class)
        .hasMessage(
            """
            chains.yaml:5: 'ethereum' is already the name of chain eip155:1
            chains.yaml:8: unknown family 'evmm'; expected one of evm, tron, bitcoin, xrp, cosmos, solana, text
            chains.yaml:10: a chain needs the field id
            chains.yaml:11: unknown field 'colour'; expected id, names or family""");
  }
}
