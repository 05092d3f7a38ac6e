package io.weir.screening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.domain.Outcome;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** What is made once and used again is what would be made anew. */
class ClearHeadersTest {
  private final ClearHeaders headers = new ClearHeaders();

  @Test
  void shouldSayWhatEveryVerdictSays() {
    for (long position : new long[] {-1, 0, 0, 7, 7, 0}) {
      assertSame(new RecordHeaders(), position);
    }
  }

  @Test
  void shouldKeepTheInputsOwnHeadersAndReplaceForgedOnes() {
    Headers input =
        new RecordHeaders()
            .add("trace", "1".getBytes(UTF_8))
            .add(VerdictHeaders.OUTCOME, "CLEAR".getBytes(UTF_8))
            .add(VerdictHeaders.HITS, "1".getBytes(UTF_8));

    assertSame(input, 7);

    assertThat(headers.on(input, 7).toArray()).hasSize(3);
  }

  private void assertSame(Headers input, long position) {
    assertThat(headers.on(input, position))
        .isEqualTo(
            VerdictHeaders.on(
                input,
                Outcome.CLEAR,
                Optional.empty(),
                position,
                List.of(),
                Optional.empty(),
                1000));
  }
}
