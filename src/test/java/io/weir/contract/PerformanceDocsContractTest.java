package io.weir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.bench.LookbackPlan;
import io.weir.bench.Plan;
import io.weir.embedded.SampleAsset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PerformanceDocsContractTest {
  private static final Path PERFORMANCE = Path.of("docs", "performance.md");

  @Test
  void shouldDocumentTheMixOfTheLoad() throws IOException {
    Map<String, String> mix = new TreeMap<>();
    SampleAsset.ALL.forEach(
        asset -> mix.put(asset.chain() + " " + asset.asset().symbol(), asset.weight() + " |"));
    Map<String, String> documented = Pages.rows(PERFORMANCE, "The load");
    documented.remove("asset");

    assertThat(documented).isEqualTo(mix);
    assertThat(SampleAsset.ALL.stream().mapToInt(SampleAsset::weight).sum()).isEqualTo(100);
  }

  @Test
  void shouldDocumentWhoReadsThePast() throws IOException {
    assertThat(Pages.rows(PERFORMANCE, "Looking back"))
        .containsKeys(LookbackPlan.PAST.toArray(String[]::new));
  }

  @Test
  void shouldDocumentWhoTakesPart() throws IOException {
    assertThat(Pages.rows(PERFORMANCE, "Who takes part"))
        .containsKeys(Plan.THROUGHPUT.toArray(String[]::new));
  }
}
