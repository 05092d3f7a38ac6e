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
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Plausible transfers on several chains, of which a few touch listed addresses, some of them in
 * another spelling, and a few cannot be screened. Some touch an address that is designated only
 * during the run. It knows what screening must find, and what look-back.
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
  private final DesignationPlan designation;
  private final SampleTransfers transfers;
  private final SampleTargets listed;
  private final SampleTargets late;

  /**
   * @param firstIndex above every index of the runs before on the same topic
   * @param list what is in force; when nothing in it is of a known kind, no transfer touches it
   * @param lateRows what is designated during the run; may be empty
   */
  SampleTraffic(
      long seed,
      long firstIndex,
      SamplePlan plan,
      Collection<SanctionedAddress> list,
      DesignationPlan designation,
      Collection<SanctionedAddress> lateRows) {
    this.seed = seed;
    this.firstIndex = firstIndex;
    this.plan = plan;
    this.transfers = new SampleTransfers(seed, run());
    this.listed = new SampleTargets(list);
    this.late = new SampleTargets(lateRows);
    this.designation = late.isEmpty() ? DesignationPlan.NONE : designation;
  }

  /** What {@link #RUN_ATTRIBUTE} says. */
  public String run() {
    return seed + "-" + firstIndex;
  }

  /** Whether the designation comes before the transfer of this index. */
  boolean isDesignation(long index) {
    return designation.comesBefore(index);
  }

  /**
   * One transfer.
   *
   * @param index from 0 within this run
   */
  public Sample sample(long index, Instant occurredAt) {
    SplittableRandom random =
        new SplittableRandom(seed * 0x9E3779B97F4A7C15L ^ (firstIndex + index));
    OptionalLong touch = designation.touch(index);
    if (touch.isPresent()) {
      return touching(late, touch.getAsLong(), random, occurredAt, !designation.isPast(index));
    }
    OptionalLong nth = plan.listed(index);
    if (nth.isPresent() && !listed.isEmpty()) {
      return touching(listed, nth.getAsLong(), random, occurredAt, false);
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
        transfers.of(asset, direction(random), outside, random, at),
        Outcome.CLEAR,
        Set.of(),
        Set.of());
  }

  /**
   * @param early whether the address is designated only later
   */
  private Sample touching(
      SampleTargets targets, long nth, SplittableRandom random, Instant at, boolean early) {
    SampleTargets.Target target = targets.target(nth, random);
    List<SampleAsset> assets =
        SampleAsset.ALL.stream().filter(a -> a.chain().equals(target.spelling().chain())).toList();
    SampleAsset asset = assets.get(random.nextInt(assets.size()));
    Direction direction = direction(random);
    String outside = target.written();
    Transfer transfer = transfers.of(asset, direction, outside, random, at);
    List<Role> roles = new ArrayList<>();
    roles.add(direction == Direction.DEPOSIT ? Role.SENDER : Role.RECEIVER);
    if (nth % ALSO_INITIATOR == ALSO_INITIATOR - 1 && asset.shape().coin().isEmpty()) {
      transfer = SampleEdits.withInitiator(transfer, outside);
      roles.add(Role.INITIATOR);
    }
    Set<String> hits = hitIds(transfer, roles, target.row());
    return early
        ? new Sample(transfer, Outcome.CLEAR, Set.of(), hits)
        : new Sample(transfer, Outcome.FLAGGED, hits, Set.of());
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
    return new Sample(
        SampleEdits.withFault(transfer, nth), Outcome.UNSCREENABLE, Set.of(), Set.of());
  }

  private static Direction direction(SplittableRandom random) {
    return random.nextInt(3) == 0 ? Direction.WITHDRAWAL : Direction.DEPOSIT;
  }
}
