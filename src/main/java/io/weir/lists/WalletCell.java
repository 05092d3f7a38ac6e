package io.weir.lists;

import io.weir.lists.Findings.Found;
import io.weir.lists.Findings.Suspect;
import io.weir.lists.Notice.Effect;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A value that should be one address and is often more or less: two addresses, an address and a
 * remark in brackets, an address with a flaw, the number of an account at an exchange.
 *
 * @param line it stands on
 * @param label the asset it is filed under; empty when none
 */
record WalletCell(int line, String value, String label) {
  private static final Pattern NUMBER = Pattern.compile("[\\d\\s+.-]+");

  /** Hands over what is in it, as that of this entry. */
  void publish(Designation entry, List<PublishedAddress> addresses, List<Notice> notices) {
    String cell = value.strip();
    Findings findings = AddressSearch.in(cell);
    for (Found found : findings.found()) {
      boolean whole = found.end() - found.start() == cell.length() && found.repair().isEmpty();
      addresses.add(address(entry, cell, found.address(), whole));
      found
          .repair()
          .ifPresent(
              flaw ->
                  note(
                      entry,
                      notices,
                      cell.substring(found.start(), found.end()),
                      Effect.REPAIRED,
                      FreeText.repaired(flaw, found.address())));
    }
    for (Suspect suspect : findings.suspects()) {
      String text = cell.substring(suspect.start(), suspect.end());
      addresses.add(address(entry, cell, text, text.equals(cell)));
      suspect
          .suggestion()
          .ifPresent(suggestion -> note(entry, notices, text, Effect.LOADED, suggestion));
    }
    if (findings.found().isEmpty() && findings.suspects().isEmpty()) {
      publishOther(entry, cell, addresses, notices);
    }
  }

  /** What neither is an address that Weir knows nor looks like one. */
  private void publishOther(
      Designation entry, String cell, List<PublishedAddress> addresses, List<Notice> notices) {
    String text = withoutRemark(cell);
    if (text.isEmpty() || text.equals("-")) {
      if (!label.isEmpty()) {
        note(entry, notices, label, Effect.LEFT_OUT, "The row names an asset and no address.");
      }
    } else if (NUMBER.matcher(text).matches()) {
      note(
          entry,
          notices,
          text,
          Effect.LEFT_OUT,
          "A number without letters is an account at an exchange or a telephone, not an address.");
    } else {
      addresses.add(address(entry, cell, text, text.equals(cell)));
    }
  }

  /**
   * Without such as {@code (Address tag 102334770)*}, which tells an exchange whose account it is.
   */
  private static String withoutRemark(String cell) {
    int end = cell.length();
    while (end > 0
        && (cell.charAt(end - 1) == '*' || Character.isWhitespace(cell.charAt(end - 1)))) {
      end--;
    }
    int bracket = cell.lastIndexOf('(');
    boolean remark = bracket >= 0 && cell.startsWith(")", end - 1);
    return remark ? cell.substring(0, bracket).strip() : cell;
  }

  private PublishedAddress address(Designation entry, String cell, String text, boolean whole) {
    return entry.address(
        line,
        text,
        label,
        whole ? Optional.empty() : Optional.of(FreeText.passage(cell, 0, cell.length())));
  }

  private void note(
      Designation entry, List<Notice> notices, String text, Effect effect, String reason) {
    notices.add(new Notice(line, entry.entryId(), text, effect, reason));
  }
}
