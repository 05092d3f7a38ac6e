package io.weir.lists;

import io.weir.lists.Findings.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The assets that a text files its addresses under: {@code BSC: 0x…}, {@code XBT 1…}. The label
 * decides nothing, an address is read by its shape; it is kept for the reader of an alert.
 */
final class AssetLabels {
  private static final int MIN_LENGTH = 2;
  private static final int MAX_LENGTH = 6;

  /** The labels that are taken without a colon; before one, any short word in capitals is. */
  private static final Set<String> KNOWN =
      Set.of(
          "ARB", "BCH", "BNB", "BSC", "BSV", "BTC", "BTG", "DASH", "DOGE", "ETC", "ETH", "LTC",
          "SOL", "TON", "TRX", "USDC", "USDT", "XBT", "XLM", "XMR", "XRP", "XVG", "ZEC");

  private AssetLabels() {}

  /**
   * Gives each address its label. One without takes that of the address before it when nothing but
   * blanks and punctuation stand between the two and both are of one kind.
   *
   * @param found by start
   */
  static List<Found> of(String text, List<Found> found) {
    List<Found> labelled = new ArrayList<>();
    for (Found each : found) {
      String label = before(text, each.start());
      if (label.isEmpty() && !labelled.isEmpty()) {
        Found last = labelled.get(labelled.size() - 1);
        label = follows(text, each, last) ? last.label() : "";
      }
      labelled.add(each.withLabel(label));
    }
    return labelled;
  }

  private static boolean follows(String text, Found each, Found last) {
    return isOfOneKind(each.address(), last.address())
        && text.substring(last.end(), each.start())
            .codePoints()
            .noneMatch(Character::isLetterOrDigit);
  }

  /** The label right before this index; empty when there is none. */
  private static String before(String text, int start) {
    int at = skipBlanks(text, start);
    boolean colon = at > 0 && (text.charAt(at - 1) == ':' || text.charAt(at - 1) == '=');
    int end = colon ? skipBlanks(text, at - 1) : at;
    int from = end;
    while (from > 0 && end - from <= MAX_LENGTH && isLabelCharacter(text.charAt(from - 1))) {
      from--;
    }
    String word = text.substring(from, end);
    boolean whole = from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1));
    boolean labels =
        whole
            && word.length() >= MIN_LENGTH
            && word.length() <= MAX_LENGTH
            && word.chars().anyMatch(Character::isLetter)
            && (colon || (end < start && KNOWN.contains(word)));
    return labels ? word : "";
  }

  /**
   * Whether an address may stand under the same label as another that it follows: BTC is the label
   * of {@code bc1…}, of {@code 1…} and of {@code 3…}, and not of {@code 0x…}.
   */
  private static boolean isOfOneKind(String address, String other) {
    return kind(address).equals(kind(other));
  }

  private static String kind(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    if (lower.startsWith("0x")) {
      return "0x";
    }
    boolean bitcoin = lower.startsWith("bc1") || lower.startsWith("1") || lower.startsWith("3");
    return bitcoin ? "bitcoin" : address.substring(0, 1);
  }

  private static int skipBlanks(String text, int before) {
    int at = before;
    while (at > 0 && isBlank(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** A bracket or quotation mark opens what is labelled. */
  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || "([{\"'“‘«".indexOf(c) >= 0;
  }

  private static boolean isLabelCharacter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
