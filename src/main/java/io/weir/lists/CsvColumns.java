package io.weir.lists;

import io.weir.lists.ListRefused.Reason;
import io.weir.lists.Notice.Effect;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the columns of {@link WeirCsv} stand, as the header row says; the order is free. */
final class CsvColumns {
  static final String ENTRY_ID = "entry_id";
  static final String NAME = "name";
  static final String PROGRAMS = "programs";
  static final String ADDRESS = "address";
  static final String ASSET_LABEL = "asset_label";
  static final String LISTED_ON = "listed_on";

  private static final List<String> NAMES =
      List.of(ENTRY_ID, NAME, PROGRAMS, ADDRESS, ASSET_LABEL, LISTED_ON);

  /** May be left out. */
  private static final String ALIASES = "aliases";

  static final String HEADER = String.join(",", NAMES);

  private final List<String> header;

  private CsvColumns(List<String> header) {
    this.header = header;
  }

  /**
   * Reads the header row.
   *
   * @param where file and line, for messages
   */
  static CsvColumns of(String where, List<String> row) throws ListRefused {
    List<String> header = row.stream().map(String::strip).toList();
    Set<String> seen = new HashSet<>();
    for (String column : header) {
      if (!NAMES.contains(column) && !column.equals(ALIASES)) {
        throw refused(where, "unknown column '" + column + "'");
      }
      if (!seen.add(column)) {
        throw refused(where, "column '" + column + "' appears twice");
      }
    }
    for (String column : NAMES) {
      if (!seen.contains(column)) {
        throw refused(where, "column '" + column + "' is missing");
      }
    }
    return new CsvColumns(header);
  }

  /** Reads one row; empty, with a notice, when there is no address in it to list. */
  Optional<PublishedAddress> read(int line, List<String> row, List<Notice> notices) {
    if (row.size() != header.size()) {
      notices.add(
          new Notice(
              line,
              "",
              String.join(",", row),
              Effect.LEFT_OUT,
              "The row has " + row.size() + " values and the header " + header.size() + "."));
      return Optional.empty();
    }
    String entryId = value(row, ENTRY_ID);
    if (entryId.isEmpty()) {
      notices.add(
          new Notice(line, "", value(row, NAME), Effect.LOADED, "The row has no entry_id."));
    }
    return Optional.of(
        new PublishedAddress(
            line,
            entryId,
            value(row, NAME),
            texts(value(row, PROGRAMS)),
            value(row, ADDRESS),
            value(row, ASSET_LABEL),
            listedOn(line, entryId, value(row, LISTED_ON), notices),
            header.contains(ALIASES) ? texts(value(row, ALIASES)) : List.of(),
            Optional.empty(),
            Optional.empty()));
  }

  private String value(List<String> row, String column) {
    return row.get(header.indexOf(column)).strip();
  }

  private static List<String> texts(String value) {
    return Arrays.stream(value.split(";", -1))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }

  private static Optional<LocalDate> listedOn(
      int line, String entryId, String value, List<Notice> notices) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(value));
    } catch (DateTimeParseException e) {
      notices.add(
          new Notice(
              line,
              entryId,
              value,
              Effect.LOADED,
              "Not a date as year-month-day; loaded without its date."));
      return Optional.empty();
    }
  }

  private static ListRefused refused(String where, String fault) {
    return new ListRefused(
        Reason.BAD_HEADER,
        where,
        fault + ". The header row must name " + HEADER + ", and may name " + ALIASES + ".");
  }
}
