package io.weir.embedded;

import io.weir.domain.Direction;
import io.weir.domain.Ids;
import io.weir.domain.Listing;
import io.weir.domain.Outcome;
import io.weir.domain.Role;
import io.weir.domain.SanctionedAddress;
import io.weir.domain.Transfer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Plausible transfers on several chains, of which a few touch listed addresses, some of them in
 * another spelling, and a few cannot be screened. It knows what screening must find.
 *
 * <p>Pure: seed, index and time decide everything. Transfers of different indexes have different
 * ids; so have those of two runs, as long as their indexes do not overlap.
 */
public final class SampleTraffic {
  /** The attribute by which a transfer names the run it was made for. */
  public static final String RUN_ATTRIBUTE = "weir-demo-run";

  /** Every so manieth transfer that touches a listed address is also signed by it. */
  private static final int ALSO_INITIATOR = 5;

  private final long seed;
  private final long firstIndex;
  private final SamplePlan plan;
  private final SampleTransfers transfers;
  private final List<ListedSpelling> spellings;
  private final Map<ListedSpelling, List<SanctionedAddress>> rows =
      new EnumMap<>(ListedSpelling.class);

  /**
   * @param firstIndex above every index of the runs before on the same topic
   * @param list what is in force; when nothing in it is of a known kind, no transfer touches it
   */
  SampleTraffic(long seed, long firstIndex, SamplePlan plan, Collection<SanctionedAddress> list) {
    this.seed = seed;
    this.firstIndex = firstIndex;
    this.plan = plan;
    this.transfers = new SampleTransfers(seed, run());
    List<SanctionedAddress> ordered =
        list.stream().sorted((one, other) -> one.key().compareTo(other.key())).toList();
    for (ListedSpelling spelling : ListedSpelling.values()) {
      rows.put(spelling, ordered.stream().filter(spelling::fits).toList());
    }
    this.spellings =
        Arrays.stream(ListedSpelling.values())
            .filter(spelling -> !rows.get(spelling).isEmpty())
            .toList();
  }

  /** What {@link #RUN_ATTRIBUTE} says. */
  public String run() {
    return seed + "-" + firstIndex;
  }

  /**
   * One transfer.
   *
   * @param index from 0 within this run
   */
  public Sample sample(long index, Instant occurredAt) {
    SplittableRandom random =
        new SplittableRandom(seed * 0x9E3779B97F4A7C15L ^ (firstIndex + index));
    OptionalLong listed = plan.listed(index);
    if (listed.isPresent() && !spellings.isEmpty()) {
      return listed(listed.getAsLong(), random, occurredAt);
    }
    OptionalLong unscreenable = plan.unscreenable(index);
    return unscreenable.isPresent()
        ? unscreenable(unscreenable.getAsLong(), random, occurredAt)
        : ordinary(random, occurredAt);
  }

  private Sample ordinary(SplittableRandom random, Instant at) {
    SampleAsset asset = SampleAsset.any(random);
    String outside = SampleAddresses.any(asset.shape(), random);
    return new Sample(
        transfers.of(asset, direction(random), outside, random, at), Outcome.CLEAR, Set.of());
  }

  private Sample listed(long nth, SplittableRandom random, Instant at) {
    ListedSpelling spelling = spellings.get((int) (nth % spellings.size()));
    List<SanctionedAddress> fitting = rows.get(spelling);
    SanctionedAddress row = fitting.get(random.nextInt(fitting.size()));
    List<SampleAsset> assets =
        SampleAsset.ALL.stream().filter(a -> a.chain().equals(spelling.chain())).toList();
    SampleAsset asset = assets.get(random.nextInt(assets.size()));
    Direction direction = direction(random);
    String outside = spelling.write(row.key());
    Transfer transfer = transfers.of(asset, direction, outside, random, at);
    List<Role> roles = new ArrayList<>();
    roles.add(direction == Direction.DEPOSIT ? Role.SENDER : Role.RECEIVER);
    if (nth % ALSO_INITIATOR == ALSO_INITIATOR - 1 && asset.shape().coin().isEmpty()) {
      transfer = SampleEdits.withInitiator(transfer, outside);
      roles.add(Role.INITIATOR);
    }
    return new Sample(transfer, Outcome.FLAGGED, hitIds(transfer, roles, row));
  }

  private static Set<String> hitIds(Transfer transfer, List<Role> roles, SanctionedAddress row) {
    Set<String> ids = new HashSet<>();
    for (Role role : roles) {
      for (Listing listing : row.listings()) {
        ids.add(Ids.hit(transfer.transferId(), role, row.key(), listing.listingId()));
      }
    }
    return ids;
  }

  private Sample unscreenable(long nth, SplittableRandom random, Instant at) {
    SampleAsset asset = SampleAsset.any(random);
    String outside = SampleAddresses.any(asset.shape(), random);
    Transfer transfer = transfers.of(asset, direction(random), outside, random, at);
    return new Sample(SampleEdits.withFault(transfer, nth), Outcome.UNSCREENABLE, Set.of());
  }

  private static Direction direction(SplittableRandom random) {
    return random.nextInt(3) == 0 ? Direction.WITHDRAWAL : Direction.DEPOSIT;
  }
}
