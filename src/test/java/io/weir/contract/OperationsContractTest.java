package io.weir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.cli.ExitCode;
import io.weir.domain.Unscreenable;
import io.weir.runtime.Health;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OperationsContractTest {

  @Test
  void shouldDocumentEveryExitCode() throws IOException {
    Map<String, String> documented = Pages.rows(Pages.OPERATIONS, "Exit codes");
    documented.remove("code");
    Map<String, String> codes = new TreeMap<>();
    Arrays.stream(ExitCode.values())
        .forEach(code -> codes.put(Integer.toString(code.number()), code.meaning()));

    assertThat(documented).hasSameSizeAs(codes);
    assertThat(documented)
        .allSatisfy(
            (code, meaning) -> {
              assertThat(codes).containsKey(code);
              assertThat(meaning.replace("`", "")).startsWith(codes.get(code));
            });
  }

  @Test
  void shouldDocumentEveryReason() throws IOException {
    assertThat(Pages.rows(Pages.OPERATIONS, "Dead letters"))
        .containsKeys(names(Unscreenable.Reason.values()));
  }

  @Test
  void shouldDocumentEveryStateAndTrouble() throws IOException {
    assertThat(Pages.rows(Pages.OPERATIONS, "Health"))
        .containsKeys(names(Health.State.values()))
        .containsKeys(names(Health.Trouble.values()));
  }

  private static String[] names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).toArray(String[]::new);
  }
}
