package io.weir.address;

/** Addresses of Monero, known by their shape and compared as text. */
final class Monero {
  static final String NOTE = "A Monero address: compared as text, its checksum is not verified";

  private static final int LENGTH = 95;

  /** With a payment id inside. */
  private static final int INTEGRATED_LENGTH = 106;

  private Monero() {}

  /** Whether the text is 4 or 8 and base58 digits, as many as an address has. */
  static boolean hasShape(String text) {
    return (text.length() == LENGTH || text.length() == INTEGRATED_LENGTH)
        && (text.charAt(0) == '4' || text.charAt(0) == '8')
        && Base58.BITCOIN.isDigits(text);
  }
}
