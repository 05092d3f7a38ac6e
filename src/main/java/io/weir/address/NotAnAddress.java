package io.weir.address;

/**
 * A text that is not an address.
 *
 * @param text the text as given
 * @param reason which rule it breaks; few and bounded, fit for a metric's tag
 * @param detail the same for a person, in a sentence
 */
public record NotAnAddress(String text, Reason reason, String detail) implements Reading {

  /** The rule that a text breaks. */
  public enum Reason {
    EMPTY,
    TOO_LONG,
    BAD_CHARACTER,
    BAD_CHECKSUM,
    BAD_LENGTH,
    UNKNOWN_PREFIX,
    MIXED_CASE
  }
}
