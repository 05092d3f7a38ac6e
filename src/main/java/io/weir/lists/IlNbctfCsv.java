package io.weir.lists;

import io.weir.lists.ListRefused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * The wallets that Israel's National Bureau for Counter Terror Financing has seized, as its CSV has
 * them: a header in Hebrew, then for each seizure order a row with its number and rows with what
 * was seized. The file carries no date.
 */
final class IlNbctfCsv implements ListFormat {
  private static final ListId NBCTF = new ListId("IL", "NBCTF");

  @Override
  public String id() {
    return "il-nbctf-csv";
  }

  @Override
  public String description() {
    return "Israel's NBCTF seizure orders for wallets, CSV";
  }

  @Override
  public Optional<ListId> onlyList() {
    return Optional.of(NBCTF);
  }

  @Override
  public boolean recognises(String head) {
    return head.lines().findFirst().orElse("").contains(IlNbctfColumns.WALLET);
  }

  @Override
  public Contents read(String name, InputStream file) throws IOException, ListRefused {
    Rows rows = new Rows(name);
    CsvRows.read(name, Utf8.reader(file), rows::add);
    return rows.contents();
  }

  private static final class Rows {
    private final String name;
    private Optional<IlNbctfRows> rows = Optional.empty();

    private Rows(String name) {
      this.name = name;
    }

    private void add(int line, List<String> values) throws ListRefused {
      if (rows.isEmpty()) {
        rows = Optional.of(new IlNbctfRows(IlNbctfColumns.of(name + ":" + line, values)));
      } else {
        rows.get().add(line, values);
      }
    }

    private Contents contents() throws ListRefused {
      return rows.orElseThrow(
              () ->
                  new ListRefused(
                      Reason.BAD_HEADER,
                      name,
                      "has no header row; it must name " + IlNbctfColumns.HEADER + "."))
          .contents();
    }
  }
}
