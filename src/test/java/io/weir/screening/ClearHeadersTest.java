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
    for (long[] moment : new long[][] {{-1, 0}, {0, 0}, {0, 5}, {7, 5}, {7, 5}, {7, 6}, {0, 6}}) {
      assertSame(new RecordHeaders(), moment[0], moment[1]);
    }
  }

  @Test
  void shouldKeepTheInputsOwnHeadersAndReplaceForgedOnes() {
    Headers input =
        new RecordHeaders()
            .add("trace", "1".getBytes(UTF_8))
            .add(VerdictHeaders.OUTCOME, "CLEAR".getBytes(UTF_8))
            .add(VerdictHeaders.HITS, "1".getBytes(UTF_8));

    assertSame(input, 7, 5);

    assertThat(headers.on(input, 7, 5).toArray()).hasSize(4);
  }

  private void assertSame(Headers input, long position, long now) {
    assertThat(headers.on(input, position, now))
        .isEqualTo(
            VerdictHeaders.on(
                input,
                Outcome.CLEAR,
                Optional.empty(),
                position,
                List.of(),
                Optional.empty(),
                now,
                1000));
  }
}
