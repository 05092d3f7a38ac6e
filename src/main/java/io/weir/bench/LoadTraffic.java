package io.weir.bench;

import io.weir.domain.Direction;
import io.weir.domain.Party;
import io.weir.domain.Role;
import io.weir.domain.SanctionedAddress;
import io.weir.domain.Transfer;
import io.weir.embedded.ListedSpelling;
import io.weir.embedded.SampleAddresses;
import io.weir.embedded.SampleAsset;
import io.weir.embedded.SampleTransfers;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The transfers of a load, made one by one: the load's seed and an index decide each. Every hit is
 * planted, in one of the spellings that a transfer can have for it; all other parties are random,
 * and so is every transfer screenable. Safe for several threads.
 */
final class LoadTraffic implements LoadSource {
  private final LoadSpec spec;
  private final SampleTransfers transfers;
  private final ListedRows list;

  LoadTraffic(LoadSpec spec) {
    this.spec = spec;
    this.transfers = new SampleTransfers(spec.seed(), "bench");
    this.list = new ListedRows(spec.seed());
  }

  @Override
  public LoadTransfer at(long index) {
    SplittableRandom random = random(index);
    return isHit(index) ? listed(random, time(index)) : ordinary(random, time(index));
  }

  /** A transfer that touches a row of the list, in the place of the one of this index. */
  LoadTransfer touching(SanctionedAddress row, long index) {
    return touching(row, spellings(row), random(index), time(index));
  }

  private SplittableRandom random(long index) {
    return new SplittableRandom(LoadSpec.scrambled(spec.seed(), index));
  }

  private static Instant time(long index) {
    // As if a thousand a second had come.
    return SampleAsset.EPOCH.plusMillis(index);
  }

  /** One of each so many, at no regular interval. */
  boolean isHit(long index) {
    long every = spec.hitEvery(index);
    return every > 0
        && index % every == new SplittableRandom(spec.seed() + index / every).nextLong(every);
  }

  private LoadTransfer ordinary(SplittableRandom random, Instant at) {
    SampleAsset asset = spec.shape().asset(random);
    String outside = SampleAddresses.any(asset.shape(), random);
    return new LoadTransfer(
        transfer(asset, direction(random), outside, random, at), Optional.empty());
  }

  private LoadTransfer listed(SplittableRandom random, Instant at) {
    SanctionedAddress row;
    List<ListedSpelling> spellings;
    do {
      row = list.row(random.nextLong(spec.hitsAmong()));
      spellings = spellings(row);
      // Ends: half of the list is Bitcoin's, which every shape moves.
    } while (spellings.isEmpty());
    return touching(row, spellings, random, at);
  }

  private LoadTransfer touching(
      SanctionedAddress row, List<ListedSpelling> spellings, SplittableRandom random, Instant at) {
    ListedSpelling spelling = spellings.get(random.nextInt(spellings.size()));
    List<SampleAsset> assets =
        SampleAsset.ALL.stream().filter(a -> a.chain().equals(spelling.chain())).toList();
    SampleAsset asset = assets.get(random.nextInt(assets.size()));
    Direction direction = direction(random);
    Transfer transfer = transfer(asset, direction, spelling.write(row.key()), random, at);
    Role role = direction == Direction.DEPOSIT ? Role.SENDER : Role.RECEIVER;
    return new LoadTransfer(transfer, Optional.of(new LoadTransfer.Planted(row, role)));
  }

  private List<ListedSpelling> spellings(SanctionedAddress row) {
    return Arrays.stream(ListedSpelling.values())
        .filter(spelling -> spec.shape().moves(spelling.chain()) && spelling.fits(row))
        .toList();
  }

  private static Direction direction(SplittableRandom random) {
    return random.nextInt(3) == 0 ? Direction.WITHDRAWAL : Direction.DEPOSIT;
  }

  private Transfer transfer(
      SampleAsset asset, Direction direction, String outside, SplittableRandom random, Instant at) {
    Transfer plain = transfers.of(asset, direction, outside, random, at);
    if (asset.shape().coin().isEmpty()) {
      return with(plain, plain.senders(), plain.receivers());
    }
    boolean deposit = direction == Direction.DEPOSIT;
    String own = (deposit ? plain.receivers() : plain.senders()).get(0).address();
    LoadShape.Parties counts = spec.shape().coinParties(random);
    BigInteger amount = plain.amount();
    return with(
        plain,
        side(asset, deposit ? outside : own, counts.senders(), amount, random),
        side(asset, deposit ? own : outside, counts.receivers(), amount, random));
  }

  /** One party among bystanders, each with its share. */
  private static List<Party> side(
      SampleAsset asset, String party, int count, BigInteger amount, SplittableRandom random) {
    BigInteger share = amount.divide(BigInteger.valueOf(count)).max(BigInteger.ONE);
    int place = random.nextInt(count);
    List<Party> side = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String address = i == place ? party : SampleAddresses.any(asset.shape(), random);
      side.add(Party.of(address, share));
    }
    return side;
  }

  private static Transfer with(Transfer plain, List<Party> senders, List<Party> receivers) {
    return new Transfer(
        plain.transferId(),
        plain.chain(),
        plain.txHash(),
        plain.position(),
        plain.blockNumber(),
        plain.blockHash(),
        plain.occurredAt(),
        plain.direction(),
        plain.status(),
        senders,
        receivers,
        plain.initiator(),
        plain.asset(),
        plain.amount(),
        plain.valueUsd(),
        plain.accountRef(),
        Map.of());
  }
}
