package io.weir.ingest;

import io.weir.domain.Asset;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The coin of a chain, which exports leave out because a node serves one chain. */
final class Coins {
  /** Decimals of the coins of EVM chains, by design of the machine. */
  private static final int WEI = 18;

  /** Decimals of the coins of chains that came from Bitcoin. */
  private static final int SATOSHI = 8;

  private static final int VERGE = 6;

  private static final Map<String, Asset> COINS =
      Map.ofEntries(
          Map.entry("eip155:1", Asset.coin("ETH", WEI)),
          Map.entry("eip155:10", Asset.coin("ETH", WEI)),
          Map.entry("eip155:56", Asset.coin("BNB", WEI)),
          Map.entry("eip155:61", Asset.coin("ETC", WEI)),
          Map.entry("eip155:100", Asset.coin("XDAI", WEI)),
          Map.entry("eip155:137", Asset.coin("POL", WEI)),
          Map.entry("eip155:324", Asset.coin("ETH", WEI)),
          Map.entry("eip155:8453", Asset.coin("ETH", WEI)),
          Map.entry("eip155:42161", Asset.coin("ETH", WEI)),
          Map.entry("eip155:43114", Asset.coin("AVAX", WEI)),
          Map.entry("eip155:59144", Asset.coin("ETH", WEI)),
          Map.entry("bip122:000000000019d6689c085ae165831e93", Asset.coin("BTC", SATOSHI)),
          Map.entry("bip122:12a765e31ffd4059bada1e25190f6e98", Asset.coin("LTC", SATOSHI)),
          Map.entry("bip122:1a91e3dace36e2be3bf030a65679fe82", Asset.coin("DOGE", SATOSHI)),
          Map.entry("bip122:00000ffd590b1485b3caadc19b22e637", Asset.coin("DASH", SATOSHI)),
          Map.entry("bip122:00040fe8ec8471911baa1db1266ea15d", Asset.coin("ZEC", SATOSHI)),
          Map.entry("bip122:000000000000000000651ef99cb9fcbe", Asset.coin("BCH", SATOSHI)),
          Map.entry("bitcoin-sv", Asset.coin("BSV", SATOSHI)),
          Map.entry("bitcoin-gold", Asset.coin("BTG", SATOSHI)),
          Map.entry("verge", Asset.coin("XVG", VERGE)));

  private Coins() {}

  /** The coin of a chain; without symbol and decimals when the chain is not known here. */
  static Asset of(String chain) {
    return COINS.getOrDefault(chain, new Asset("", Optional.empty(), OptionalInt.empty()));
  }
}
