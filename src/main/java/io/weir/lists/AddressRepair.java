package io.weir.lists;

import io.weir.address.Proof;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A word that becomes an address by one small change.
 *
 * @param address what it becomes; a checksum holds
 * @param flaw what is wrong with it as it is, as a part of a sentence
 */
record AddressRepair(String address, String flaw) {

  /** What a capital I or a small l may have been; a zero or a capital O was a small o. */
  private static final List<String> BASE58_STROKES = List.of("1", "i", "L", "j");

  private static final String DIGITS = "characters of its alphabet mistaken for others like them";

  /**
   * Looks for the one change that makes a checksum hold; empty when none does. Tries some hundred
   * candidates at most: a checksum of 30 bits and more is met by chance once in ten million words.
   *
   * @param shape what the word looks like
   * @param word in ASCII
   */
  static Optional<AddressRepair> of(AddressShape shape, String word) {
    return switch (shape) {
      // Of the many mixes of case that one more change allows, some pass EIP-55 by chance.
      case EVM -> roundDigits(word);
      case HEX -> Optional.empty();
      case BECH32, CASH ->
          proven(word.toLowerCase(Locale.ROOT), "letters in the wrong case")
              .or(() -> base32Digits(word))
              .or(() -> strayCharacter(word));
      case BASE58, TRON, XRP, SOLANA, MONERO ->
          base58Digits(word).or(() -> wrongCase(word)).or(() -> strayCharacter(word));
    };
  }

  private static Optional<AddressRepair> roundDigits(String word) {
    return proven("0x" + word.substring(2).replaceAll("[oO]", "0").replaceAll("[lI]", "1"), DIGITS);
  }

  private static Optional<AddressRepair> base32Digits(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    int data = lower.indexOf('1') + 1;
    return proven(
        lower.substring(0, data) + lower.substring(data).replace('o', '0').replaceAll("[1i]", "l"),
        DIGITS);
  }

  private static Optional<AddressRepair> base58Digits(String word) {
    String round = word.replaceAll("[0O]", "o");
    return BASE58_STROKES.stream()
        .map(stroke -> proven(round.replaceAll("[Il]", stroke), DIGITS))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<AddressRepair> wrongCase(String word) {
    return IntStream.range(0, word.length())
        .filter(i -> Character.isLetter(word.charAt(i)))
        .mapToObj(
            i ->
                proven(
                    word.substring(0, i) + otherCase(word.charAt(i)) + word.substring(i + 1),
                    "the letter at character " + (i + 1) + " in the wrong case"))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<AddressRepair> strayCharacter(String word) {
    return IntStream.range(0, word.length())
        .mapToObj(
            i ->
                proven(
                    word.substring(0, i) + word.substring(i + 1),
                    "a stray " + word.charAt(i) + " at character " + (i + 1)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static char otherCase(char c) {
    return Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c);
  }

  private static Optional<AddressRepair> proven(String candidate, String flaw) {
    return Proof.of(candidate) == Proof.CHECKSUM
        ? Optional.of(new AddressRepair(candidate, flaw))
        : Optional.empty();
  }
}
