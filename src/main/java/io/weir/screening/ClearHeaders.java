package io.weir.screening;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.weir.domain.Outcome;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The headers of a clear transfer, as {@link VerdictHeaders} makes them. Not safe for several
 * threads.
 */
final class ClearHeaders {
  /*
   * Measured reason to be: nearly every transfer is clear, its headers differ only when a row has
   * come, and to write them as text for each was a ninth of screening it.
   */

  private static final Header OUTCOME = header(VerdictHeaders.OUTCOME, Outcome.CLEAR.name());

  private long position = Long.MIN_VALUE;
  private Headers verdict = new RecordHeaders();

  /** The input's own headers and the verdict; for one record, which copies them. */
  Headers on(Headers input, long listPosition) {
    if (input.iterator().hasNext()) {
      return VerdictHeaders.on(
          input, Outcome.CLEAR, Optional.empty(), listPosition, List.of(), Optional.empty(), 0);
    }
    if (listPosition != position) {
      position = listPosition;
      verdict =
          new RecordHeaders(
              new Header[] {
                OUTCOME, header(VerdictHeaders.LIST_POSITION, Long.toString(listPosition))
              });
    }
    return verdict;
  }

  private static Header header(String name, String value) {
    return new RecordHeaders().add(name, value.getBytes(US_ASCII)).lastHeader(name);
  }
}
