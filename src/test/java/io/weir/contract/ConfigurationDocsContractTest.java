package io.weir.contract;

import io.weir.config.ConfigDocs;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationDocsContractTest {

  @Test
  void shouldDocumentEveryKeyAsItIs() throws IOException {
    Golden.assertSame(Path.of("docs", "configuration.md"), ConfigDocs.page());
  }

  @Test
  void shouldShipAFileOfEveryKeyAsItIs() throws IOException {
    Golden.assertSame(Path.of("config", "weir.properties"), ConfigDocs.file());
  }
}
