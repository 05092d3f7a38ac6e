package io.weir.screening;

/** Thrown when a transfer is too large to be written on with its verdict; says what mends it. */
public final class OversizedRecord extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OversizedRecord(String topic, int partition, long offset, long bytes) {
    super(
        "The record at "
            + topic
            + "-"
            + partition
            + "@"
            + offset
            + " has "
            + bytes
            + " bytes, too many to be written on with a verdict. Raise"
            + " weir.output.max.message.bytes above it, and max.message.bytes of"
            + " screened-transfers and dead-letters, then start again");
  }
}
