package io.weir.audit;

/**
 * Something that is not as it should be.
 *
 * @param where topic, partition and offset, such as {@code alerts-0@17}
 * @param transferId empty text when it is about no single transfer
 * @param detail what was expected and what was found, in a sentence
 */
public record Difference(Kind kind, String where, String transferId, String detail) {

  /** The kinds, each with what it means. */
  public enum Kind {
    NOT_SCREENED("a transfer has no screened record"),
    SCREENED_TWICE("a screened record is no transfer's, or one too many"),
    NOT_ALIGNED("it cannot be told which screened record is whose"),
    BAD_VERDICT("the headers of a screened record cannot be read"),
    WRONG_OUTCOME("a screened record has another outcome than its transfer should have"),
    WRONG_REASON("an unscreenable transfer has another reason than it should have"),
    HIT_NOT_RECORDED("screening had the listing before it, and its record does not have the hit"),
    HIT_FORGED("a screened record has a hit that no listing explains"),
    DEAD_LETTER_MISSING("what could not be screened is no dead letter"),
    DEAD_LETTER_WRONG("a dead letter is not as it should be"),
    DEAD_LETTER_UNEXPECTED("a dead letter that nothing explains, or one too many"),
    ALERT_UNREADABLE("an alert cannot be read"),
    ALERT_MISMATCHED("an alert does not agree with the transfer it is about"),
    ALERT_FORGED("an alert has a hit that no transfer or no listing explains"),
    ID_WRONG("an id is not the hash that it should be"),
    HIT_MISSED("a listing in force has no open hit"),
    HIT_REPEATED("a hit was opened while it was open"),
    HIT_NOT_CLOSED("a hit is open although its listing is withdrawn or its transfer dropped"),
    HIT_NEVER_OPENED("a hit was closed that was never opened"),
    OPEN_TRANSACTION("a transaction is open for longer than a commit takes");

    private final String meaning;

    Kind(String meaning) {
      this.meaning = meaning;
    }

    /** In a sentence without an end. */
    public String meaning() {
      return meaning;
    }
  }
}
