package io.weir.lookback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * What screening wrote about a transfer.
 *
 * @param position the list position it was screened at; -1 when it was not
 * @param hits the ids of its hits
 * @param tooMany whether it had more hits than the record could name
 */
public record Verdict(long position, Set<String> hits, boolean tooMany) {
  // The names are public API; a test holds them against those that screening writes.
  static final String LIST_POSITION = "weir-list-position";
  static final String HITS = "weir-hits";
  static final String TOO_MANY_HITS = "*";

  /** Of a record that screening never saw. */
  static final Verdict NONE = new Verdict(-1, Set.of(), false);

  public Verdict {
    hits = Set.copyOf(hits);
  }

  /** The verdict of a record; one that was never screened has none. */
  public static Verdict read(Headers headers) {
    Header position = headers.lastHeader(LIST_POSITION);
    if (position == null || position.value() == null) {
      return NONE;
    }
    Header hits = headers.lastHeader(HITS);
    String ids = hits == null || hits.value() == null ? "" : new String(hits.value(), UTF_8);
    boolean tooMany = ids.equals(TOO_MANY_HITS);
    return new Verdict(
        number(new String(position.value(), UTF_8)),
        ids.isEmpty() || tooMany
            ? Set.of()
            : new LinkedHashSet<>(Arrays.asList(ids.split(",", -1))),
        tooMany);
  }

  /** A position that cannot be read is none: the transfer is checked against everything. */
  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
