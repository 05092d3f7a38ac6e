package io.weir.embedded;

import io.weir.domain.Direction;
import io.weir.domain.Party;
import io.weir.domain.Transfer;
import io.weir.domain.TransferStatus;
import io.weir.embedded.SampleAsset.Shape;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/**
 * Deposits and withdrawals of an exchange that does not exist. Every transfer has one outside
 * party; all others are the exchange's wallets and random bystanders.
 */
public final class SampleTransfers {
  private static final int CUSTOMERS = 5_000;
  private static final int HOT_WALLETS = 3;

  /** Ten dollars and fifty thousand, as logarithms of cents: small sums are frequent. */
  private static final double LEAST = Math.log(1_000);

  private static final double MOST = Math.log(5_000_000);

  private final long seed;
  private final String run;

  /**
   * @param run goes into each transfer's attributes
   */
  public SampleTransfers(long seed, String run) {
    this.seed = seed;
    this.run = run;
  }

  /** One transfer of this asset with this outside party, who sends a deposit or gets the rest. */
  public Transfer of(
      SampleAsset asset,
      Direction direction,
      String outside,
      SplittableRandom random,
      Instant occurredAt) {
    int customer = random.nextInt(CUSTOMERS);
    long cents = cents(random);
    BigInteger amount = asset.worth(cents);
    boolean deposit = direction == Direction.DEPOSIT;
    String own =
        deposit
            ? wallet(asset, "deposit", customer)
            : wallet(asset, "hot", random.nextInt(HOT_WALLETS));
    List<Party> outsiders;
    List<Party> ours;
    if (asset.shape().coin().isPresent()) {
      outsiders = shares(asset, outside, amount, random);
      ours = List.of(Party.of(own, amount));
    } else {
      outsiders = List.of(Party.of(outside));
      ours = List.of(Party.of(own));
    }
    String txHash = SampleAddresses.txHash(asset.shape(), random);
    OptionalLong position = position(asset, random);
    return new Transfer(
        asset.chain() + ":" + txHash + (position.isPresent() ? ":" + position.getAsLong() : ""),
        asset.chain(),
        txHash,
        position,
        OptionalLong.of(asset.blockAt(occurredAt)),
        Optional.empty(),
        occurredAt,
        direction,
        TransferStatus.CONFIRMED,
        deposit ? outsiders : ours,
        deposit ? ours : outsiders,
        Optional.empty(),
        asset.asset(),
        amount,
        Optional.of(BigDecimal.valueOf(cents, 2)),
        Optional.of(String.format(Locale.ROOT, "acct-%05d", customer)),
        Map.of(SampleTraffic.RUN_ATTRIBUTE, run));
  }

  /** One of the exchange's wallets; the same at each call. */
  private String wallet(SampleAsset asset, String purpose, int number) {
    long id = seed * 31 + (asset.chain() + purpose).hashCode();
    return SampleAddresses.any(asset.shape(), new SplittableRandom(id * 1_000_003 + number));
  }

  /** The outside party among bystanders, each with its share of the amount. */
  private static List<Party> shares(
      SampleAsset asset, String outside, BigInteger amount, SplittableRandom random) {
    int count = 1 + random.nextInt(3);
    int at = random.nextInt(count);
    BigInteger share = amount.divide(BigInteger.valueOf(count)).max(BigInteger.ONE);
    List<Party> parties = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parties.add(Party.of(i == at ? outside : SampleAddresses.any(asset.shape(), random), share));
    }
    return parties;
  }

  private static OptionalLong position(SampleAsset asset, SplittableRandom random) {
    if (asset.shape() == Shape.SOLANA || asset.asset().contract().isPresent()) {
      return OptionalLong.of(random.nextInt(400));
    }
    return OptionalLong.empty();
  }

  private static long cents(SplittableRandom random) {
    long cents = Math.round(Math.exp(random.nextDouble(LEAST, MOST)));
    // People move round sums.
    return random.nextInt(3) == 0 ? Math.max(1, cents / 10_000) * 10_000 : cents;
  }
}
