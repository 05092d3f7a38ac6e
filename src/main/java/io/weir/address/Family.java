package io.weir.address;

/** How the addresses of a chain are written. */
public enum Family {
  /** 20 bytes in hex; EIP-55 when mixed-case. */
  EVM,
  /** base58check of 0x41 and 20 bytes, or the same in hex. */
  TRON,
  /**
   * base58check, bech32, bech32m and cash addresses of Bitcoin and the chains that came from it.
   */
  BITCOIN,
  /** Classic and X-addresses of the XRP Ledger. */
  XRP,
  /** bech32 of the Cosmos SDK and of chains like it. */
  COSMOS,
  /** base58 of a 32-byte public key. */
  SOLANA,
  /** Everything else: compared as text. */
  TEXT
}
