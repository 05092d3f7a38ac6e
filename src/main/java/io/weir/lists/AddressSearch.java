package io.weir.lists;

import io.weir.address.Proof;
import io.weir.lists.Findings.Found;
import io.weir.lists.Findings.Suspect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/*
 * How it searches
 *
 * A text is cut into words of letters and digits, look-alikes of those included. A word that a
 * checksum or its shape proves to be an address is found. What remains is mended where a checksum
 * then proves it: neighbours are joined over a line break or a stray character, look-alikes are
 * replaced, one letter is changed. What still looks like an address is reported, and not loaded.
 *
 * Each word is looked at a bounded number of times, and no address is longer than 106 characters,
 * so the time grows with the text and no faster, whatever the text is.
 */

/** Searches prose for addresses by their shape and checksum. */
final class AddressSearch {
  private static final String CASH_PREFIX = "bitcoincash:";

  private final String text;
  private final List<Word> words;

  /** By word: whether it is accounted for. */
  private final boolean[] done;

  private final List<Found> found = new ArrayList<>();
  private final List<Suspect> suspects = new ArrayList<>();

  private AddressSearch(String text) {
    this.text = text;
    words = Word.of(text);
    done = new boolean[words.size()];
  }

  /** Searches a text, which may be of any kind. */
  static Findings in(String text) {
    AddressSearch search = new AddressSearch(text);
    search.forEach(search::takeWhole);
    search.forEach(search::takeLookalike);
    new BrokenAddresses(text, search.words, search.done, search.found, search.suspects).take();
    search.forEach(search::takeFlawed);
    search.found.sort(Comparator.comparingInt(Found::start));
    search.suspects.sort(Comparator.comparingInt(Suspect::start));
    return new Findings(AssetLabels.of(text, search.found), search.suspects);
  }

  private interface Step {
    /** Whether the word is accounted for now. */
    boolean take(Word word);
  }

  private void forEach(Step step) {
    for (int i = 0; i < done.length; i++) {
      done[i] = done[i] || step.take(words.get(i));
    }
  }

  private boolean takeWhole(Word word) {
    if (!word.plain()) {
      return takeInside(word);
    }
    if (Proof.of(word.ascii()) == Proof.NONE) {
      return false;
    }
    int start = word.start();
    int prefixed = start - CASH_PREFIX.length();
    if (text.regionMatches(true, prefixed, CASH_PREFIX, 0, CASH_PREFIX.length())) {
      start = prefixed;
    }
    found.add(found(start, word.end(), text.substring(start, word.end()), Optional.empty()));
    return true;
  }

  /** An address may touch a word in another script, letters of which look like ASCII. */
  private boolean takeInside(Word word) {
    boolean taken = false;
    int start = word.start();
    for (int at = start; at <= word.end(); at++) {
      if (at < word.end() && Lookalikes.isAlphanumeric(text.charAt(at))) {
        continue;
      }
      String run = at - start <= Proof.MAX_LENGTH ? text.substring(start, at) : "";
      if (Proof.of(run) == Proof.CHECKSUM) {
        found.add(found(start, at, run, Optional.empty()));
        taken = true;
      }
      start = at + 1;
    }
    return taken;
  }

  private boolean takeLookalike(Word word) {
    if (word.plain() || Proof.of(word.ascii()) != Proof.CHECKSUM) {
      return false;
    }
    found.add(found(word.start(), word.end(), word.ascii(), Optional.of(strangers(word))));
    return true;
  }

  private boolean takeFlawed(Word word) {
    Optional<AddressShape> shape = AddressShape.of(word.ascii());
    if (shape.isEmpty()) {
      return false;
    }
    Optional<AddressRepair> repair = AddressRepair.of(shape.get(), word.ascii());
    if (repair.isPresent()) {
      String flaw = (word.plain() ? "" : strangers(word) + ", and ") + repair.get().flaw();
      found.add(found(word.start(), word.end(), repair.get().address(), Optional.of(flaw)));
    } else {
      suspects.add(suspect(word, shape.get()));
    }
    return true;
  }

  private Suspect suspect(Word word, AddressShape shape) {
    return new Suspect(
        word.start(),
        word.end(),
        "Looks like an address and is not proved to be one. " + shape.fault(word.ascii()) + ".",
        word.plain()
            ? Optional.empty()
            : Optional.of("With " + strangers(word) + " it reads " + word.ascii() + "."));
  }

  /** Names what is not the letter or digit it looks like. */
  private String strangers(Word word) {
    StringBuilder names = new StringBuilder();
    int shown = 0;
    for (int at = word.start(); at < word.end() && shown < 3; ) {
      int c = text.codePointAt(at);
      if (c >= 0x80) {
        int lookalike = Lookalikes.ascii(c);
        names.append(shown == 0 ? "" : ", ").append(Lookalikes.name(c));
        if (lookalike > Lookalikes.INVISIBLE) {
          names.append(" for ").append((char) lookalike);
        }
        names.append(" at character ").append(at - word.start() + 1);
        shown++;
      }
      at += Character.charCount(c);
    }
    return names.toString();
  }

  private static Found found(int start, int end, String address, Optional<String> flaw) {
    return new Found(start, end, address, "", flaw);
  }
}
