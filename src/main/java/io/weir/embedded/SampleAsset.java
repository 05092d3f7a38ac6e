package io.weir.embedded;

import io.weir.address.AddressWriter.Coin;
import io.weir.domain.Asset;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * An asset on a chain, as sample traffic moves it.
 *
 * @param usdCents what one whole unit is worth; only has to be plausible
 * @param weight how often it moves, in parts of the sum of all weights
 * @param height a block's number at {@link #EPOCH}
 * @param blockMillis the time from block to block
 */
public record SampleAsset(
    String chain,
    Shape shape,
    Asset asset,
    long usdCents,
    int weight,
    long height,
    long blockMillis) {

  /** How the transfers of a chain look. */
  public enum Shape {
    EVM(Optional.empty()),
    TRON(Optional.empty()),
    BITCOIN(Optional.of(Coin.BITCOIN)),
    LITECOIN(Optional.of(Coin.LITECOIN)),
    DOGECOIN(Optional.of(Coin.DOGECOIN)),
    SOLANA(Optional.empty());

    private final Optional<Coin> coin;

    Shape(Optional<Coin> coin) {
      this.coin = coin;
    }

    /** The coin of a chain with many senders and receivers; empty on other chains. */
    public Optional<Coin> coin() {
      return coin;
    }
  }

  /** When the blocks are counted from. */
  public static final Instant EPOCH = Instant.parse("2025-11-01T00:00:00Z");

  private static final String ETHEREUM_USDT = "0xdac17f958d2ee523a2206206994597c13d831ec7";
  private static final String ETHEREUM_USDC = "0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48";
  private static final String TRON_USDT = "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t";
  private static final String BSC_USDT = "0x55d398326f99059ff775485246999027b3197955";
  private static final String ARBITRUM_USDC = "0xaf88d065e77c8cc2239327c5edb3a432268e5831";

  /** The mix of the sample traffic. */
  public static final List<SampleAsset> ALL =
      List.of(
          on("tron", Shape.TRON, token("USDT", TRON_USDT, 6), 100, 30, 77_000_000, 3_000),
          on("ethereum", Shape.EVM, token("USDT", ETHEREUM_USDT, 6), 100, 17, 23_700_000, 12_000),
          on("ethereum", Shape.EVM, token("USDC", ETHEREUM_USDC, 6), 100, 10, 23_700_000, 12_000),
          on("ethereum", Shape.EVM, Asset.coin("ETH", 18), 390_000, 12, 23_700_000, 12_000),
          on("bitcoin", Shape.BITCOIN, Asset.coin("BTC", 8), 11_000_000, 12, 921_800, 600_000),
          on("solana", Shape.SOLANA, Asset.coin("SOL", 9), 18_500, 7, 355_000_000, 400),
          on("litecoin", Shape.LITECOIN, Asset.coin("LTC", 8), 9_800, 3, 3_000_000, 150_000),
          on("dogecoin", Shape.DOGECOIN, Asset.coin("DOGE", 8), 19, 2, 5_940_000, 60_000),
          on("bsc", Shape.EVM, token("USDT", BSC_USDT, 18), 100, 4, 66_700_000, 750),
          on("arbitrum", Shape.EVM, token("USDC", ARBITRUM_USDC, 6), 100, 3, 395_000_000, 250));

  private static final int WEIGHTS = ALL.stream().mapToInt(SampleAsset::weight).sum();

  /** What the amount of sample transfers is rounded to: no wallet shows more. */
  private static final int SHOWN_DECIMALS = 6;

  /** An asset of the mix, each as often as its weight says. */
  public static SampleAsset any(SplittableRandom random) {
    int ticket = random.nextInt(WEIGHTS);
    for (SampleAsset asset : ALL) {
      ticket -= asset.weight();
      if (ticket < 0) {
        return asset;
      }
    }
    throw new IllegalStateException("The weights do not add up");
  }

  private static SampleAsset on(
      String chain,
      Shape shape,
      Asset asset,
      long usdCents,
      int weight,
      long height,
      long blockMillis) {
    return new SampleAsset(chain, shape, asset, usdCents, weight, height, blockMillis);
  }

  private static Asset token(String symbol, String contract, int decimals) {
    return new Asset(symbol, Optional.of(contract), OptionalInt.of(decimals));
  }

  /** The smallest units that are worth so much; never zero. */
  BigInteger worth(long cents) {
    int decimals = asset.decimals().orElse(0);
    BigInteger step = BigInteger.TEN.pow(Math.max(0, decimals - SHOWN_DECIMALS));
    return BigInteger.valueOf(cents)
        .multiply(BigInteger.TEN.pow(decimals))
        .divide(BigInteger.valueOf(usdCents))
        .divide(step)
        .max(BigInteger.ONE)
        .multiply(step);
  }

  /** The number of the block at this time. */
  long blockAt(Instant time) {
    return height + Math.max(0, Duration.between(EPOCH, time).toMillis()) / blockMillis;
  }
}
