package io.weir.address;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a base58check version means on Bitcoin and the chains that came from it. Main networks only.
 *
 * @param script whether the hash is a script's; a public key's otherwise
 * @param form the form of its addresses
 */
record BitcoinVersion(boolean script, String form) {
  /** Bitcoin's, and Bitcoin Cash's in either spelling. */
  static final String P2PKH_FORM = "p2pkh:00";

  static final String P2SH_FORM = "p2sh:05";

  private static final Map<String, BitcoinVersion> BY_HEX = new HashMap<>();

  static {
    keyHash("00"); // Bitcoin, Bitcoin Cash, Bitcoin SV
    keyHash("1cb8"); // Zcash t1
    keyHash("1e"); // Dogecoin, Verge, DigiByte
    keyHash("26"); // Bitcoin Gold
    keyHash("30"); // Litecoin
    keyHash("3c"); // Ravencoin
    keyHash("4c"); // Dash
    script("05"); // Bitcoin, Bitcoin Cash, Bitcoin SV
    script("10"); // Dash
    script("16"); // Dogecoin
    script("17"); // Bitcoin Gold
    script("1cbd"); // Zcash t3
    script("21"); // Verge
    script("3f"); // DigiByte
    script("7a"); // Ravencoin
    // Litecoin M…, which it wrote 3… before: two spellings of one address.
    BY_HEX.put("32", new BitcoinVersion(true, P2SH_FORM));
  }

  private static void keyHash(String hex) {
    BY_HEX.put(hex, new BitcoinVersion(false, "p2pkh:" + hex));
  }

  private static void script(String hex) {
    BY_HEX.put(hex, new BitcoinVersion(true, "p2sh:" + hex));
  }

  static Optional<BitcoinVersion> of(String hex) {
    return Optional.ofNullable(BY_HEX.get(hex));
  }
}
