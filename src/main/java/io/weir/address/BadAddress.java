package io.weir.address;

/** Why a text is not an address, on its way from a codec to {@link Addresses}. */
final class BadAddress extends Exception {
  private static final long serialVersionUID = 1L;

  private final NotAnAddress.Reason reason;

  BadAddress(NotAnAddress.Reason reason, String detail) {
    // No stack trace: bad addresses arrive with the stream, and their origin says nothing.
    super(detail, null, false, false);
    this.reason = reason;
  }

  NotAnAddress.Reason reason() {
    return reason;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
