package io.weir.lists;

import io.weir.lists.Notice.Effect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/*
 * What an entry is
 *
 * The file has no ids, its rows move, and rows are inserted. What stays is the number of the
 * seizure order, so that is the entry, and within it the address itself identifies a row. Names and
 * passports would not do: half of the rows have none, and they are filled in later.
 */

/** Collects the addresses of the rows of {@link IlNbctfCsv}. */
final class IlNbctfRows {
  /** A row with the number of an order and nothing else: number, stroke, two digits of the year. */
  private static final Pattern ORDER = Pattern.compile("(\\d{1,4})\\s*/\\s*(\\d{2})(?!\\d)");

  private final IlNbctfColumns columns;
  private final List<PublishedAddress> addresses = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private final Set<String> orders = new HashSet<>();
  private String order = "";
  private String title = "";

  IlNbctfRows(IlNbctfColumns columns) {
    this.columns = columns;
  }

  Contents contents() {
    return new Contents(Optional.empty(), orders.size(), addresses, notices);
  }

  /** Reads one row. */
  void add(int line, List<String> values) {
    Optional<String> alone = onlyFirst(values);
    Matcher number = ORDER.matcher(alone.orElse(""));
    if (number.find()) {
      order = number.group(1) + "/" + number.group(2);
      title = alone.get();
      orders.add(order);
      return;
    }
    Designation entry = entry(values);
    boolean fits = columns.fit(values);
    if (!fits) {
      notices.add(
          new Notice(
              line,
              order,
              String.join(",", values),
              Effect.LEFT_OUT,
              "The row has not as many values as the header has columns; loaded is only what is proved"
                  + " to be an address."));
    }
    for (int i = 0; i < values.size(); i++) {
      if (fits && i == columns.wallet()) {
        new WalletCell(line, values.get(i), value(values, columns.currency()))
            .publish(entry, addresses, notices);
      } else {
        FreeText text = new FreeText();
        text.search(line, values.get(i));
        text.publish(entry, addresses, notices);
      }
    }
  }

  /** Whoever the row itself names: of a row without a name it is not known whose it is. */
  private Designation entry(List<String> values) {
    String name = value(values, columns.name());
    return new Designation(
        order,
        name.isEmpty() ? title : name,
        List.of(),
        title.isEmpty() ? List.of() : List.of(title),
        Optional.empty());
  }

  private static Optional<String> onlyFirst(List<String> values) {
    boolean alone =
        !values.isEmpty()
            && !values.get(0).isBlank()
            && values.stream().skip(1).allMatch(String::isBlank);
    return alone ? Optional.of(values.get(0).strip()) : Optional.empty();
  }

  /** A value; a hyphen stands for none. */
  private static String value(List<String> values, int column) {
    String value = column < values.size() ? values.get(column).strip() : "";
    return value.equals("-") ? "" : value;
  }
}
