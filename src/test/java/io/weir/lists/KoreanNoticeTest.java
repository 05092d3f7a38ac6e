package io.weir.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.address.AddressKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The example of the lists page: the wallets of Lazarus Group that South Korea named in 2023. */
class KoreanNoticeTest {
  private static final Path PAGE = Path.of("docs", "lists.md");

  @Test
  void shouldLoadTheExampleOfThePage() throws Exception {
    Publication notice = Fixtures.csvText(example());

    // Eight, as the press reported; none with a wrong EIP-55 checksum.
    assertThat(notice.addresses()).isEqualTo(8);
    assertThat(notice.entries()).isEqualTo(1);
    assertThat(notice.notices()).isEmpty();
  }

  @Test
  void shouldNameTheWalletsThatOfacHadNamed() throws Exception {
    Publication ofac =
        Fixtures.read(
            new OfacSdnXml(),
            Fixtures.SDN,
            "sdn-dprk.xml",
            Fixtures.resource("/io/weir/demo/sdn-dprk.xml"));
    Set<AddressKey> lazarus =
        ofac.rows().entrySet().stream()
            .filter(row -> row.getValue().get(0).entryId().equals("27307"))
            .map(row -> row.getKey())
            .collect(Collectors.toSet());

    assertThat(Fixtures.csvText(example()).rows().keySet()).isEqualTo(lazarus);
  }

  private static String example() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("entry_id,") || line.startsWith("2023-02-10/"))
            .toList();
    return String.join("\n", rows) + "\n";
  }
}
