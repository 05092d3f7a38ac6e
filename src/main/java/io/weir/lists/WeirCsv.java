package io.weir.lists;

import io.weir.lists.ListRefused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Weir's own CSV, for lists that their authorities publish without a machine format: UTF-8, commas,
 * a header row, one address a row. See {@code docs/lists.md}.
 */
final class WeirCsv implements ListFormat {

  @Override
  public String id() {
    return "csv";
  }

  @Override
  public String description() {
    return "Weir's CSV for any other list, see docs/lists.md";
  }

  @Override
  public Optional<ListId> onlyList() {
    return Optional.empty();
  }

  @Override
  public boolean recognises(String head) {
    String firstLine = head.lines().findFirst().orElse("");
    List<String> names =
        Arrays.stream(firstLine.split(",", -1))
            .map(name -> name.replace("\"", "").strip())
            .toList();
    return names.contains(CsvColumns.ENTRY_ID) && names.contains(CsvColumns.ADDRESS);
  }

  @Override
  public Contents read(String name, InputStream file) throws IOException, ListRefused {
    Rows rows = new Rows(name);
    CsvRows.read(name, Utf8.reader(file), rows::add);
    return rows.contents();
  }

  private static final class Rows {
    private final String name;
    private final List<PublishedAddress> addresses = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private Optional<CsvColumns> columns = Optional.empty();
    private int rows;

    private Rows(String name) {
      this.name = name;
    }

    private void add(int line, List<String> values) throws ListRefused {
      if (columns.isEmpty()) {
        columns = Optional.of(CsvColumns.of(name + ":" + line, values));
      } else {
        rows++;
        columns.get().read(line, values, notices).ifPresent(addresses::add);
      }
    }

    private Contents contents() throws ListRefused {
      if (columns.isEmpty()) {
        throw new ListRefused(
            Reason.BAD_HEADER, name, "has no header row; it must be " + CsvColumns.HEADER);
      }
      return new Contents(Optional.empty(), rows, addresses, notices);
    }
  }
}
