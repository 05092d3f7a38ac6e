package io.weir.lists;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * OFAC's {@code sdn.csv}: no header, twelve columns, {@code -0- } where there is no value, and all
 * addresses in the remarks. It cuts the remarks at 1000 characters, in the middle of an address if
 * need be, and goes on in {@code sdn_comments.csv}; where that is needed and missing, it is
 * refused. It carries no date.
 */
final class OfacSdnCsv implements ListFormat {
  static final int COLUMNS = 12;

  private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");

  private static final String VALUE = "(?:-0- ?|\"(?:[^\"]|\"\")*+\")";

  private static final Pattern FIRST_ROW =
      Pattern.compile("\\d{1,10}(?:," + VALUE + "){" + (COLUMNS - 1) + "}\\s");

  @Override
  public String id() {
    return "ofac-sdn-csv";
  }

  @Override
  public String description() {
    return "OFAC's Specially Designated Nationals, sdn.csv with " + OfacComments.FILE;
  }

  @Override
  public Optional<ListId> onlyList() {
    return Optional.of(OfacSdnXml.SDN);
  }

  @Override
  public boolean recognises(String head) {
    return FIRST_ROW.matcher(head).lookingAt();
  }

  @Override
  public boolean mayEndWith(String tail) {
    return tail.endsWith(String.valueOf(EndMarkReader.MARK));
  }

  @Override
  public Optional<String> companion() {
    return Optional.of(OfacComments.FILE);
  }

  @Override
  public Contents read(String name, InputStream file) throws IOException, ListRefused {
    return read(name, file, OfacComments.none());
  }

  @Override
  public Contents read(String name, InputStream file, Companion companion)
      throws IOException, ListRefused {
    return read(name, file, OfacComments.read(companion));
  }

  /** Whether a value is the number that OFAC gives an entry. */
  static boolean isEntryNumber(String value) {
    return NUMBER.matcher(value.strip()).matches();
  }

  private static Contents read(String name, InputStream file, OfacComments comments)
      throws IOException, ListRefused {
    EndMarkReader text = new EndMarkReader(Utf8.reader(file));
    OfacSdnRows rows = new OfacSdnRows(name, comments);
    CsvRows.read(name, text, rows::add);
    rows.finish(text);
    return rows.contents();
  }
}
