package io.weir.lists;

import io.weir.address.Proof;
import io.weir.lists.Findings.Found;
import io.weir.lists.Findings.Suspect;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Joins neighbouring words of a text that are one address, broken by a blank or a line break. */
final class BrokenAddresses {
  /** Pieces that one address is in; each more makes every word a candidate once more. */
  private static final int MAX_PIECES = 4;

  /** What may stand between two pieces: a line break, the next line's indentation, a hyphen. */
  private static final int MAX_GAP = 24;

  private static final int MAX_GAP_MARKS = 2;

  /** So many letters are no word of any language that is written with them. */
  private static final int LONGER_THAN_WORDS = 20;

  /** 64 bytes in base 58. */
  private static final int SIGNATURE_MIN = 86;

  private static final int SIGNATURE_MAX = 88;

  private final String text;
  private final List<Word> words;
  private final boolean[] done;
  private final List<Found> found;
  private final List<Suspect> suspects;

  /** By word: whether no word of prose is written like it. */
  private final boolean[] coded;

  /**
   * @param done by word, whether it is accounted for; marked where a join is
   */
  BrokenAddresses(
      String text, List<Word> words, boolean[] done, List<Found> found, List<Suspect> suspects) {
    this.text = text;
    this.words = words;
    this.done = done;
    this.found = found;
    this.suspects = suspects;
    coded = new boolean[done.length];
    for (int i = 0; i < coded.length; i++) {
      coded[i] = isCoded(words.get(i).ascii());
    }
  }

  void take() {
    takeAll(Proof.CHECKSUM);
    takeAll(Proof.SHAPE);
  }

  private void takeAll(Proof wanted) {
    for (int first = 0; first < done.length; first++) {
      if (!done[first]) {
        takeFrom(first, wanted);
      }
    }
  }

  /** Takes this word and the next ones if they are one address with this much proof. */
  private void takeFrom(int first, Proof wanted) {
    int length = words.get(first).length();
    boolean anyCoded = coded[first];
    for (int last = first + 1; last < done.length && last < first + MAX_PIECES; last++) {
      length += words.get(last).length();
      if (done[last]
          || length > Proof.MAX_LENGTH
          || !isGap(words.get(last - 1).end(), words.get(last).start())) {
        return;
      }
      anyCoded |= coded[last];
      // Most words of prose come no further: to join them costs more than to look at them.
      if (anyCoded && length >= Proof.MIN_LENGTH && takes(first, last, wanted)) {
        return;
      }
    }
  }

  private boolean takes(int first, int last, Proof wanted) {
    String joined =
        words.subList(first, last + 1).stream().map(Word::ascii).collect(Collectors.joining());
    boolean taken =
        Proof.of(joined) == wanted
            && (wanted == Proof.CHECKSUM || isPlausible(first, last, joined));
    if (taken) {
      take(first, last, joined, wanted);
    }
    return taken;
  }

  private void take(int first, int last, String joined, Proof proof) {
    int start = words.get(first).start();
    int end = words.get(last).end();
    if (proof == Proof.CHECKSUM) {
      found.add(new Found(start, end, joined, "", Optional.of(flaw(start, end))));
    } else {
      suspects.add(
          new Suspect(
              start,
              end,
              "Looks like an address that is broken in two, which no checksum proves.",
              Optional.of("Without " + flaw(start, end) + " it reads " + joined + ".")));
    }
    for (int i = first; i <= last; i++) {
      done[i] = true;
    }
  }

  /** Without a checksum every piece must look like one, or two numbers in prose could be a key. */
  private boolean isPlausible(int first, int last, String joined) {
    return joined.startsWith("0x")
        || words.subList(first, last + 1).stream().allMatch(piece -> isPiece(piece.ascii()));
  }

  /** A signature of Solana has nearly the length of a Monero address, and is whole. */
  private static boolean isPiece(String word) {
    boolean signature = word.length() >= SIGNATURE_MIN && word.length() <= SIGNATURE_MAX;
    return !signature && AddressShape.hasBothCasesAndDigits(word);
  }

  private String flaw(int start, int end) {
    return text.substring(start, end).lines().count() > 1
        ? "the line break inside"
        : "the characters that part it";
  }

  private boolean isGap(int from, int to) {
    if (to - from > MAX_GAP) {
      return false;
    }
    int marks = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      marks += Character.isWhitespace(c) || Character.isSpaceChar(c) ? 0 : 1;
    }
    return marks <= MAX_GAP_MARKS;
  }

  /** Whether a word is longer than words are, mixes letters with digits, or cases within. */
  private static boolean isCoded(String word) {
    if (word.length() >= LONGER_THAN_WORDS) {
      return true;
    }
    boolean letter = false;
    boolean digit = false;
    boolean lower = false;
    boolean capitalInside = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      capitalInside |= lower && Character.isUpperCase(c);
      lower |= Character.isLowerCase(c);
      letter |= Character.isLetter(c);
      digit |= Character.isDigit(c);
    }
    return (letter && digit) || capitalInside;
  }
}
