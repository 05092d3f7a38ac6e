package io.weir.lists;

import io.weir.lists.ListRefused.Reason;
import java.util.List;

/**
 * Where the columns of {@link IlNbctfCsv} stand that matter; ids, passports and birth dates do not.
 *
 * @param name of the person or entity
 * @param wallet what was seized: an address, or the number of an account
 * @param currency the asset
 * @param count of all columns
 */
record IlNbctfColumns(int name, int wallet, int currency, int count) {
  private static final String NAME = "שם מלא";
  private static final String CURRENCY = "מטבע";

  /** Is part of the title of its column, which goes on with "or user". */
  static final String WALLET = "מספר זיהוי הארנק";

  static final String HEADER = NAME + ", " + WALLET + " and " + CURRENCY;

  /**
   * Reads the header row.
   *
   * @param where file and line, for messages
   */
  static IlNbctfColumns of(String where, List<String> row) throws ListRefused {
    return new IlNbctfColumns(
        find(where, row, NAME), find(where, row, WALLET), find(where, row, CURRENCY), row.size());
  }

  private static int find(String where, List<String> row, String title) throws ListRefused {
    for (int i = 0; i < row.size(); i++) {
      if (row.get(i).contains(title)) {
        return i;
      }
    }
    throw new ListRefused(
        Reason.BAD_HEADER,
        where,
        "column '" + title + "' is missing. The header row must name " + HEADER + ".");
  }

  /** Whether the values of a row stand in these columns: one more or less, and all are shifted. */
  boolean fit(List<String> row) {
    return row.size() == count;
  }
}
