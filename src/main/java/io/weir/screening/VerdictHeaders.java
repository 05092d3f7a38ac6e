package io.weir.screening;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.domain.Action;
import io.weir.domain.Hit;
import io.weir.domain.Outcome;
import io.weir.domain.Unscreenable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The verdict in a record's headers; names and forms are public API (DESIGN 3). When it was given
 * is the record's timestamp.
 */
public final class VerdictHeaders {
  public static final String OUTCOME = "weir-outcome";
  public static final String ACTION = "weir-action";
  public static final String LIST_POSITION = "weir-list-position";
  public static final String HITS = "weir-hits";
  public static final String REASON = "weir-reason";

  /** What stands for the hit ids when they would not fit into the record. */
  public static final String TOO_MANY_HITS = "*";

  private static final List<String> ALL = List.of(OUTCOME, ACTION, LIST_POSITION, HITS, REASON);

  /** Room for the record's framing and for the short headers. */
  static final int OTHER_BYTES = 4096;

  private VerdictHeaders() {}

  /**
   * The input's own headers and the verdict. Headers of these names on the input are taken off:
   * whoever wrote them, it was not screening.
   *
   * @param action of a flagged transfer
   * @param room bytes that the record may have altogether, beside the value
   */
  static Headers on(
      Headers input,
      Outcome outcome,
      Optional<Action> action,
      long listPosition,
      List<Hit> hits,
      Optional<Unscreenable> problem,
      int room) {
    Headers headers = new RecordHeaders(input);
    ALL.forEach(headers::remove);
    add(headers, OUTCOME, outcome.name());
    action.ifPresent(value -> add(headers, ACTION, value.name()));
    add(headers, LIST_POSITION, Long.toString(listPosition));
    if (!hits.isEmpty()) {
      String ids = hits.stream().map(Hit::hitId).collect(Collectors.joining(","));
      boolean fits = ids.length() <= room - bytes(input) - OTHER_BYTES;
      add(headers, HITS, fits ? ids : TOO_MANY_HITS);
    }
    problem.ifPresent(value -> add(headers, REASON, value.reason().name()));
    return headers;
  }

  static int bytes(Headers headers) {
    int bytes = 0;
    for (Header header : headers) {
      bytes += header.key().length() + (header.value() == null ? 0 : header.value().length);
    }
    return bytes;
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(UTF_8));
  }
}
