package io.weir.publish;

import io.weir.domain.Refusal;
import io.weir.domain.SkippedRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a record tells of the texts of strangers: of each the beginning, of many the first. */
final class Told {
  private static final int MAX_ROWS = 1000;

  /** OFAC's own limit for an id. */
  private static final int MAX_TEXT = 256;

  /** In characters; in bytes at most three times as much, which a record of 1 MiB has room for. */
  private static final int MAX_ALL = 250_000;

  /** What a refusal says in a record; the command prints all of it. */
  private static final int MAX_DETAIL = 2000;

  private Told() {}

  static Refusal of(Refusal refusal, Instant at) {
    return new Refusal(
        at, refusal.reason(), cut(refusal.detail(), MAX_DETAIL), cut(refusal.uri(), MAX_DETAIL));
  }

  static List<SkippedRow> of(List<SkippedRow> skipped) {
    List<SkippedRow> told = new ArrayList<>();
    int length = 0;
    for (SkippedRow row : skipped) {
      SkippedRow cut =
          new SkippedRow(
              row.line(),
              cut(row.entryId(), MAX_TEXT),
              cut(row.text(), MAX_TEXT),
              cut(row.reason(), MAX_TEXT));
      length += cut.entryId().length() + cut.text().length() + cut.reason().length();
      if (told.size() == MAX_ROWS || length > MAX_ALL) {
        int more = skipped.size() - told.size();
        told.add(new SkippedRow(0, "", "", "And " + more + " more."));
        return told;
      }
      told.add(cut);
    }
    return told;
  }

  private static String cut(String text, int max) {
    return text.length() <= max ? text : text.substring(0, max);
  }
}
