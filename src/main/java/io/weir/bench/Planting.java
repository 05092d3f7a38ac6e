package io.weir.bench;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;

/**
 * Where in a load the transfers lie whose parties are listed later: those of one listing in a row
 * in one partition, those of all listings evenly over the load.
 *
 * @param transfers of the whole load, which goes round the partitions
 * @param listings that come later
 * @param touches transfers of each listing
 */
record Planting(int partitions, long transfers, int listings, int touches) {
  Planting {
    if (listings < 1 || touches < 1 || transfers < least(partitions, listings, touches)) {
      throw new IllegalArgumentException(
          transfers + " transfers for " + listings + " listings of " + touches + " each");
    }
  }

  /** The fewest transfers in which there is room for so many listings. */
  static long least(int partitions, int listings, int touches) {
    return (listings + 1L) * (touches + 1L) * partitions;
  }

  /** The listing that the transfer of an index touches. */
  OptionalInt listing(long index) {
    long listing = index / distance() - 1;
    if (listing < 0 || listing >= listings) {
      return OptionalInt.empty();
    }
    long behind = index % distance();
    boolean touches =
        behind % partitions == listing % partitions && behind / partitions < touches();
    return touches ? OptionalInt.of((int) listing) : OptionalInt.empty();
  }

  /** The indices of a listing's transfers. */
  List<Long> indices(int listing) {
    long first = (listing + 1) * distance() + listing % partitions;
    return LongStream.range(0, touches).mapToObj(i -> first + i * partitions).toList();
  }

  /** From one listing's transfers to the next one's. */
  private long distance() {
    return transfers / (listings + 1) / partitions * partitions;
  }
}
