package io.weir.lists;

import io.weir.lists.ListRefused.Reason;
import io.weir.lists.Notice.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Collects the digital currency addresses of the rows of {@code sdn.csv}. */
final class OfacSdnRows {

  private static final int NAME = 1;
  private static final int TYPE = 2;
  private static final int PROGRAMS = 3;
  private static final int REMARKS = 11;

  /** Several programs read {@code SDGT] [IFSR}. */
  private static final Pattern BETWEEN_PROGRAMS = Pattern.compile("[\\[\\];]+");

  private final String name;
  private final OfacComments comments;
  private final OfacRemarks remarks;
  private final List<PublishedAddress> addresses = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private int rows;
  private boolean lastIsWhole = true;

  /**
   * @param name of the file, for messages
   */
  OfacSdnRows(String name, OfacComments comments) {
    this.name = name;
    this.comments = comments;
    remarks = new OfacRemarks(name, comments, notices);
  }

  void add(int line, List<String> values) throws ListRefused {
    lastIsWhole = values.size() == OfacSdnCsv.COLUMNS && OfacSdnCsv.isEntryNumber(values.get(0));
    if (rows == 0 && !lastIsWhole) {
      throw notThisFormat(name + ":" + line);
    }
    rows++;
    if (lastIsWhole) {
      read(line, values);
    } else {
      readDamaged(line, values);
    }
  }

  /** After the last row: whether the file is whole, and what is left of the comments. */
  void finish(EndMarkReader text) throws ListRefused {
    if (rows == 0) {
      throw notThisFormat(name);
    }
    if (text.goesOn()) {
      throw new ListRefused(
          Reason.MALFORMED,
          name,
          "goes on after its end mark (0x1A); it was put together from several. Fetch the file"
              + " again.");
    }
    if (!text.isMarked() && (!lastIsWhole || !text.endsWithLine())) {
      throw new ListRefused(
          Reason.TRUNCATED,
          name,
          "the file ends in the middle of a line; the download was cut off. Fetch the file"
              + " again.");
    }
    if (!text.isMarked()) {
      note(
          0,
          "",
          "",
          Effect.LOADED,
          "The file lacks the end mark (0x1A) of OFAC's own, so it cannot be told whether it is"
              + " whole.");
    }
    comments
        .left()
        .forEach(
            (entry, rest) ->
                note(
                    0,
                    entry,
                    rest,
                    Effect.LEFT_OUT,
                    OfacComments.FILE
                        + " continues an entry that sdn.csv does not have; the two are of different"
                        + " publications."));
  }

  Contents contents() {
    return new Contents(Optional.empty(), rows, addresses, notices);
  }

  private void read(int line, List<String> values) throws ListRefused {
    String uid = values.get(0).strip();
    OfacRemark remark = remarks.read(line, uid, values.get(REMARKS));
    if (remark.ids().isEmpty()) {
      return;
    }
    OfacEntry entry =
        new OfacEntry(
            uid,
            name(text(values, NAME), text(values, TYPE)),
            BETWEEN_PROGRAMS.splitAsStream(text(values, PROGRAMS)).toList(),
            remark.aliases(),
            Optional.empty());
    remark.ids().forEach(id -> addresses.add(entry.address(id)));
  }

  /** A row that lost or gained a comma still says its addresses. */
  private void readDamaged(int line, List<String> values) {
    String uid = OfacSdnCsv.isEntryNumber(values.get(0)) ? values.get(0).strip() : "";
    String row = String.join(",", values);
    OfacRemark remark = OfacRemark.of(line, row + comments.take(uid).orElse(""));
    OfacEntry entry =
        new OfacEntry(
            uid,
            values.size() > NAME ? text(values, NAME) : "",
            List.of(),
            remark.aliases(),
            Optional.empty());
    remark.ids().forEach(id -> addresses.add(entry.address(id)));
    note(
        line,
        uid,
        row,
        remark.ids().isEmpty() ? Effect.LEFT_OUT : Effect.LOADED,
        "The row has "
            + values.size()
            + " values and not the "
            + OfacSdnCsv.COLUMNS
            + " of sdn.csv, the first a number; nothing but its addresses was read.");
  }

  private static ListRefused notThisFormat(String where) {
    return new ListRefused(
        Reason.NOT_THIS_FORMAT,
        where,
        "is not sdn.csv, whose rows have a number and eleven values more. See 'weir lists formats'"
            + " for what can be read.");
  }

  private void note(int line, String uid, String text, Effect effect, String reason) {
    notices.add(new Notice(line, uid, text, effect, reason));
  }

  /** Individuals are put family name first. */
  private static String name(String name, String type) {
    int comma = name.indexOf(", ");
    return type.equals("individual") && comma >= 0
        ? OfacEntry.name(name.substring(comma + 2), name.substring(0, comma))
        : name;
  }

  private static String text(List<String> values, int column) {
    String value = values.get(column).strip();
    return OfacRemarks.isNone(value) ? "" : value;
  }
}
