package io.weir.lists;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
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

  /** The longest value; a row that needs more has lost a quote. */
  private static final int MAX_VALUE = 64 * 1024;

  private static final CsvFactory CSV =
      CsvFactory.builder()
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(MAX_VALUE).build())
          .build();

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
    try (CsvParser parser = CSV.createParser(Utf8.reader(file))) {
      read(parser, rows);
    } catch (StreamConstraintsException e) {
      throw new ListRefused(
          Reason.TOO_LARGE,
          at(name, e),
          "a value of more than " + MAX_VALUE + " characters; is a closing quote missing?",
          e);
    } catch (JsonProcessingException e) {
      throw new ListRefused(
          Reason.MALFORMED, at(name, e), "not readable as CSV: " + e.getOriginalMessage(), e);
    }
    return rows.contents();
  }

  private static void read(CsvParser parser, Rows rows) throws IOException, ListRefused {
    JsonToken token = parser.nextToken();
    while (token != null) {
      List<String> values = new ArrayList<>();
      // Where the row begins: a quoted value may run over several lines.
      int line = parser.currentLocation().getLineNr();
      token = parser.nextToken();
      while (token != null && token != JsonToken.START_ARRAY) {
        if (token.isScalarValue()) {
          values.add(parser.getText());
        }
        token = parser.nextToken();
      }
      rows.add(line, values);
    }
  }

  private static String at(String name, JsonProcessingException e) {
    return e.getLocation() == null ? name : name + ":" + e.getLocation().getLineNr();
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
