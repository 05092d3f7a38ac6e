package io.weir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.config.ConfigDocs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationDocsContractTest {

  @Test
  void shouldDocumentEveryKeyAsItIs() throws IOException {
    assertSame(Path.of("docs", "configuration.md"), ConfigDocs.page());
  }

  @Test
  void shouldShipAFileOfEveryKeyAsItIs() throws IOException {
    assertSame(Path.of("config", "weir.properties"), ConfigDocs.file());
  }

  /** With -Dgolden.update=true the file is rewritten, and the test fails all the same. */
  private static void assertSame(Path file, String rendered) throws IOException {
    String before = Files.exists(file) ? Files.readString(file) : "";
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, rendered);
    }
    assertThat(before).as("%s; rewrite it with -Dgolden.update=true", file).isEqualTo(rendered);
  }
}
