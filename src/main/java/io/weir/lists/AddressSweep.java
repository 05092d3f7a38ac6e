package io.weir.lists;

import io.weir.address.Proof;
import io.weir.lists.Notice.Effect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for addresses in the bytes of a publication as they pass, whatever its format. What a
 * parser then neither loads nor reports was lost, because it stands where the format expects no
 * address: in an element of another name, behind a lost quote. Words are taken as they are; broken
 * and flawed addresses are a parser's business.
 */
final class AddressSweep {
  /** Of text, enough for a million and a half addresses. */
  private static final int MAX_BYTES = 64 * 1024 * 1024;

  private final String ofFile;
  private final WordLines seen;
  private final byte[] word = new byte[Proof.MAX_LENGTH];

  /** Characters of the word that is passing, those that found no room counted. */
  private int length;

  private int line = 1;
  private byte last;

  /** The line from which on there was no room for more; 0 while there is. */
  private int fullAt;

  /**
   * @param ofFile which file a line is of, as in {@code of sdn_comments.csv} with a blank before
   *     it; empty when there is but one
   */
  AddressSweep(String ofFile) {
    this(ofFile, MAX_BYTES);
  }

  AddressSweep(String ofFile, int maxBytes) {
    this.ofFile = ofFile;
    seen = new WordLines(maxBytes);
  }

  /** Looks at the next bytes, which are in UTF-8 or another encoding that begins like ASCII. */
  void look(byte[] bytes, int offset, int count) {
    for (int i = offset; i < offset + count; i++) {
      byte b = bytes[i];
      if (Lookalikes.isAlphanumeric(b)) {
        if (length < word.length) {
          word[length] = b;
        }
        length++;
      } else {
        endOfWord();
        // A carriage return and a line feed are one line break, and so is either alone.
        if (b == '\r' || (b == '\n' && last != '\r')) {
          line++;
        }
      }
      last = b;
    }
  }

  /** What was seen in the file and is not accounted for by its contents, by line. */
  List<Notice> unaccounted(Contents contents) {
    endOfWord();
    contents.addresses().forEach(address -> remove(address.address()));
    contents.notices().stream()
        .filter(notice -> notice.effect() != Effect.LOADED)
        .forEach(notice -> remove(notice.text()));
    List<Notice> lost = new ArrayList<>();
    String reason =
        "An address stands on this line" + ofFile + " where the format expects none. Not loaded.";
    seen.forEach((at, text) -> lost.add(new Notice(at, "", text, Effect.LEFT_OUT, reason)));
    if (fullAt > 0) {
      lost.add(
          new Notice(
              fullAt,
              "",
              "",
              Effect.LOADED,
              "From this line"
                  + ofFile
                  + " on the file was not searched for addresses that stand where the format"
                  + " expects none: it has too many addresses for that."));
    }
    return lost;
  }

  private void endOfWord() {
    if (length >= Proof.MIN_LENGTH
        && length <= word.length
        && fullAt == 0
        && Proof.of(word(length)) != Proof.NONE
        && !seen.add(word, length, line)) {
      fullAt = line;
    }
    length = 0;
  }

  private String word(int length) {
    return new String(word, 0, length, StandardCharsets.ISO_8859_1);
  }

  /** Takes the words of a text for accounted for. */
  private void remove(String text) {
    for (Word each : Word.of(text)) {
      byte[] bytes = text.substring(each.start(), each.end()).getBytes(StandardCharsets.ISO_8859_1);
      seen.remove(bytes, bytes.length);
    }
  }
}
