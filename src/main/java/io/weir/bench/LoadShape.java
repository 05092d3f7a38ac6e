package io.weir.bench;

import io.weir.embedded.SampleAsset;
import java.util.SplittableRandom;

/** Which assets a load moves, and how many parties its transfers have. */
public enum LoadShape {
  /**
   * The mix of the sample traffic ({@link SampleAsset#ALL}). Of ten transfers of a coin (Bitcoin
   * and its like) six have one or two inputs and two outputs, three gather up to eight inputs, and
   * one pays up to forty receivers.
   */
  MIX,
  /** Bitcoin, one input and one output. */
  NARROW,
  /** Bitcoin, fifty inputs and fifty outputs. */
  WIDE;

  private static final int WIDE_SIDE = 50;

  /** How many parties a transfer of a coin has on each side. */
  record Parties(int senders, int receivers) {}

  SampleAsset asset(SplittableRandom random) {
    return this == MIX ? SampleAsset.any(random) : bitcoin();
  }

  /** Whether a transfer of this chain belongs into the load. */
  boolean moves(String chain) {
    return this == MIX || bitcoin().chain().equals(chain);
  }

  Parties coinParties(SplittableRandom random) {
    return switch (this) {
      case NARROW -> new Parties(1, 1);
      case WIDE -> new Parties(WIDE_SIDE, WIDE_SIDE);
      case MIX -> mixed(random);
    };
  }

  private static Parties mixed(SplittableRandom random) {
    int kind = random.nextInt(10);
    if (kind < 6) {
      return new Parties(random.nextInt(1, 3), 2);
    }
    return kind < 9
        ? new Parties(random.nextInt(2, 9), 2)
        : new Parties(random.nextInt(1, 4), random.nextInt(3, 41));
  }

  private static SampleAsset bitcoin() {
    return SampleAsset.ALL.stream()
        .filter(asset -> asset.shape() == SampleAsset.Shape.BITCOIN)
        .findFirst()
        .orElseThrow();
  }
}
