package io.weir.address;

/** Reads addresses: every spelling of one credential gives one key. */
public final class Addresses {
  private Addresses() {}

  /** Reads an address of a known chain, as transfers name it. Never throws. */
  public static Reading read(Chain chain, String text) {
    String trimmed = Texts.trim(text);
    try {
      Texts.check(trimmed);
      Texts.checkNoBlanks(trimmed);
      return switch (chain.family()) {
        case EVM -> Evm.read(trimmed);
        case TRON -> Tron.read(trimmed);
        case BITCOIN -> Bitcoin.read(trimmed);
        case XRP -> Xrp.read(trimmed);
        case COSMOS -> Cosmos.read(trimmed);
        case SOLANA -> Solana.read(trimmed);
        case TEXT -> readText(trimmed);
      };
    } catch (BadAddress bad) {
      return new NotAnAddress(text, bad.reason(), bad.detail());
    }
  }

  /**
   * Reads an address by its shape alone, as lists need it: their labels are assets, not chains.
   * What has no known shape becomes a {@link AddressKey.Kind#TEXT} key with a warning. Never
   * throws; only an empty, overlong or control-character text is {@link NotAnAddress}.
   */
  public static Reading readAnyChain(String text) {
    String trimmed = Texts.trim(text);
    try {
      Texts.check(trimmed);
    } catch (BadAddress bad) {
      return new NotAnAddress(text, bad.reason(), bad.detail());
    }
    try {
      return AnyChain.read(trimmed);
    } catch (BadAddress unread) {
      return Address.ofText(trimmed)
          .withWarning(Monero.hasShape(trimmed) ? Monero.NOTE : note(unread));
    }
  }

  private static String note(BadAddress unread) {
    return "Not an address of a kind Weir decodes, compared as text: " + unread.detail();
  }

  // A list does not know the chain: what it reads by shape must have the same key here.
  private static Reading readText(String text) {
    try {
      return AnyChain.read(text);
    } catch (BadAddress unread) {
      return Address.ofText(text);
    }
  }
}
