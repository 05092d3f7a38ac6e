package io.weir.contract;

import static io.weir.screening.VerdictHeaders.HITS;
import static io.weir.screening.VerdictHeaders.LIST_POSITION;
import static io.weir.screening.VerdictHeaders.TOO_MANY_HITS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.lookback.Verdict;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** Look-back reads the headers that screening writes; neither package may use the other. */
class VerdictHeadersContractTest {

  @Test
  void shouldReadThePositionAndTheHits() {
    RecordHeaders headers = new RecordHeaders();
    headers.add(LIST_POSITION, "7".getBytes(UTF_8));
    headers.add(HITS, "a,b".getBytes(UTF_8));

    Verdict verdict = Verdict.read(headers);

    assertThat(verdict.position()).isEqualTo(7);
    assertThat(verdict.hits()).containsExactlyInAnyOrder("a", "b");
    assertThat(verdict.tooMany()).isFalse();
  }

  @Test
  void shouldReadThatThereAreMoreHitsThanFit() {
    RecordHeaders headers = new RecordHeaders();
    headers.add(LIST_POSITION, "7".getBytes(UTF_8));
    headers.add(HITS, TOO_MANY_HITS.getBytes(UTF_8));

    assertThat(Verdict.read(headers).tooMany()).isTrue();
    assertThat(Verdict.read(headers).hits()).isEmpty();
  }

  @Test
  void shouldTakeARecordWithoutAVerdictForUnscreened() {
    assertThat(Verdict.read(new RecordHeaders()).position()).isEqualTo(-1);
  }
}
