package io.weir.lists;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.weir.lists.ListRefused.Reason;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** The rows of a CSV file one by one: commas, double quotes around values that hold one. */
final class CsvRows {

  /** The longest value; a row that needs more has lost a quote. */
  private static final int MAX_VALUE = 64 * 1024;

  private static final CsvFactory CSV =
      CsvFactory.builder()
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(MAX_VALUE).build())
          .build();

  private CsvRows() {}

  /** What to do with a row. */
  interface Row {

    /**
     * Reads one row.
     *
     * @param line where it begins, from 1; a quoted value may run over several lines
     */
    void read(int line, List<String> values) throws IOException, ListRefused;
  }

  /**
   * Reads to the end of the text, empty lines left out.
   *
   * @param name of the file, for messages
   */
  static void read(String name, Reader text, Row row) throws IOException, ListRefused {
    try (CsvParser parser = CSV.createParser(text)) {
      read(parser, row);
    } catch (StreamConstraintsException e) {
      throw new ListRefused(
          Reason.TOO_LARGE,
          at(name, e),
          "a value of more than " + MAX_VALUE + " characters; is a closing quote missing?",
          e);
    } catch (JsonProcessingException e) {
      throw new ListRefused(
          Reason.MALFORMED, at(name, e), "not readable as CSV: " + e.getOriginalMessage() + ".", e);
    }
  }

  private static void read(CsvParser parser, Row row) throws IOException, ListRefused {
    JsonToken token = parser.nextToken();
    while (token != null) {
      List<String> values = new ArrayList<>();
      int line = parser.currentLocation().getLineNr();
      token = parser.nextToken();
      while (token != null && token != JsonToken.START_ARRAY) {
        if (token.isScalarValue()) {
          values.add(parser.getText());
        }
        token = parser.nextToken();
      }
      row.read(line, values);
    }
  }

  private static String at(String name, JsonProcessingException e) {
    return e.getLocation() == null ? name : name + ":" + e.getLocation().getLineNr();
  }
}
