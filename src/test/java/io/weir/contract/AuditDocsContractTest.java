package io.weir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.audit.Difference;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AuditDocsContractTest {

  @Test
  void shouldTellEveryKindOfDifference() throws Exception {
    assertThat(Pages.rows(Path.of("docs", "audit.md"), "Differences"))
        .containsAllEntriesOf(
            Arrays.stream(Difference.Kind.values())
                .collect(Collectors.toMap(Difference.Kind::name, kind -> kind.meaning() + " |")));
  }
}
