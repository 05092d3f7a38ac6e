package io.weir.lists;

import io.weir.domain.Listing;
import io.weir.lists.Findings.Found;
import io.weir.lists.Findings.Suspect;
import io.weir.lists.Notice.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The addresses in the free texts of one entry, until it is known whose they are. */
final class FreeText {
  /** Shorter texts hold neither an address nor what could be mistaken for one. */
  private static final int MIN_LENGTH = 20;

  private final List<Mention<Found>> found = new ArrayList<>();
  private final List<Mention<Suspect>> suspects = new ArrayList<>();

  /** Something in a text that begins on this line. */
  private record Mention<T>(int line, String published, String passage, T what) {}

  /**
   * Searches one text.
   *
   * @param line where it begins
   */
  void search(int line, String text) {
    if (text.length() < MIN_LENGTH) {
      return;
    }
    Findings findings = AddressSearch.in(text);
    Lines lines = new Lines(line, text);
    for (Found each : findings.found()) {
      found.add(mention(lines.of(each.start()), text, each.start(), each.end(), each));
    }
    lines = new Lines(line, text);
    for (Suspect each : findings.suspects()) {
      suspects.add(mention(lines.of(each.start()), text, each.start(), each.end(), each));
    }
  }

  /** Whether there is nothing to publish or to report. */
  boolean isEmpty() {
    return found.isEmpty() && suspects.isEmpty();
  }

  /** Hands over what was found, as that of this entry. */
  void publish(Designation entry, List<PublishedAddress> addresses, List<Notice> notices) {
    for (Mention<Found> each : found) {
      addresses.add(
          entry.address(
              each.line, each.what.address(), each.what.label(), Optional.of(each.passage)));
      each.what
          .repair()
          .ifPresent(
              flaw ->
                  notices.add(
                      new Notice(
                          each.line,
                          entry.entryId(),
                          each.published,
                          Effect.REPAIRED,
                          repaired(flaw, each.what.address()))));
    }
    for (Mention<Suspect> each : suspects) {
      notices.add(
          new Notice(
              each.line,
              entry.entryId(),
              each.published,
              Effect.LEFT_OUT,
              each.what.explanation() + " Not loaded."));
    }
  }

  /** The reason of a notice about an address that is loaded in another spelling. */
  static String repaired(String flaw, String address) {
    return "Published with " + flaw + "; loaded as " + address + ", whose checksum holds.";
  }

  private static <T> Mention<T> mention(int line, String text, int start, int end, T what) {
    return new Mention<>(line, brief(text.substring(start, end)), passage(text, start, end), what);
  }

  /**
   * The line that an address stands on, or as much of it around the address as a listing quotes. No
   * more than the line: another address added to the text must not amend this one's listing.
   */
  static String passage(String text, int start, int end) {
    int room = Math.max(0, Listing.MAX_PUBLISHED_TEXT - (end - start)) / 2;
    int from = start;
    while (from > 0 && start - from < room && !isLineBreak(text.charAt(from - 1))) {
      from--;
    }
    int to = end;
    while (to < text.length() && to - end < room && !isLineBreak(text.charAt(to))) {
      to++;
    }
    return text.substring(wholeWords(text, from, start, 1), wholeWords(text, to, end, -1)).strip();
  }

  /**
   * No more than a listing quotes; characters that cannot be seen make a word as long as can be.
   */
  private static String brief(String published) {
    return published
        .codePoints()
        .limit(Listing.MAX_PUBLISHED_TEXT / 2)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Moves a cut towards the address until it cuts no word in two, if that is possible. */
  private static int wholeWords(String text, int cut, int limit, int step) {
    int at = cut;
    while (at != limit && at > 0 && at < text.length() && isInsideWord(text, at)) {
      at += step;
    }
    return at;
  }

  private static boolean isInsideWord(String text, int at) {
    return !Character.isWhitespace(text.charAt(at - 1)) && !Character.isWhitespace(text.charAt(at));
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }

  /** Counts the lines of a text on the way through it. */
  private static final class Lines {
    private final String text;
    private int line;
    private int at;

    private Lines(int first, String text) {
      this.text = text;
      line = first;
    }

    /** The line of an index that is not before the last one asked for. */
    private int of(int index) {
      for (; at < index; at++) {
        line += text.charAt(at) == '\n' ? 1 : 0;
      }
      return line;
    }
  }
}
