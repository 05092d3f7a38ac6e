package io.weir.domain;

/**
 * Why a record could not be screened, or not in full.
 *
 * @param detail the same for a person, in a sentence
 */
public record Unscreenable(Reason reason, String detail) {
  /** Longest detail, in characters: it goes into a header, and strangers have a say in it. */
  private static final int MAX_DETAIL = 1000;

  public Unscreenable {
    detail = Texts.cut(detail, MAX_DETAIL);
  }

  /** The reasons; few and bounded, fit for a header and a metric's tag. */
  public enum Reason {
    /** The record has no value; a tombstone means nothing on a topic of transfers. */
    NO_VALUE,
    /** The value does not begin with Confluent's magic byte and a schema id. */
    NOT_WIRE_FORMAT,
    /** The registry does not know the value's schema id. */
    UNKNOWN_SCHEMA,
    /** The value's schema cannot be read as a Transfer. */
    INCOMPATIBLE_SCHEMA,
    /** The bytes do not decode under their own schema. */
    UNDECODABLE,
    /** The transfer id is empty or longer than an id may be; alert ids are made from it. */
    BAD_TRANSFER_ID,
    /** The chain is not declared in the chains file. */
    UNKNOWN_CHAIN,
    /** The transfer names neither sender nor receiver nor initiator. */
    NO_PARTY,
    /** An address does not parse on the transfer's chain. */
    BAD_ADDRESS
  }
}
