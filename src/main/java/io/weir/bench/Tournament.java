package io.weir.bench;

import java.util.ArrayList;
import java.util.List;

/** Contestants that take turns, round by round, so that none has the better part of the day. */
final class Tournament {
  private final String name;
  private final Bed bed;
  private final Loads loads;
  private final Steps steps;

  /**
   * @param name unique on the bed; of lower-case letters
   */
  Tournament(String name, Bed bed, Loads loads, Steps steps) {
    this.name = name;
    this.bed = bed;
    this.loads = loads;
    this.steps = steps;
  }

  /**
   * Runs everything; each run is checked before the next begins.
   *
   * @param heapAsked whether to measure the heap after each run
   * @throws BenchFailure as soon as an output is wrong
   */
  List<Run> run(List<Contestant> contestants, int rounds, boolean heapAsked)
      throws InterruptedException {
    boolean byText = contestants.stream().anyMatch(Contestant::comparesTexts);
    // All loads first, so that no run comes after a long write.
    for (Contestant contestant : contestants) {
      loads.list(contestant.work().listed(), byText);
      load(contestant);
    }
    List<Run> runs = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      for (Contestant contestant : contestants) {
        steps.begins("Round " + round + " of " + rounds + ", " + contestant.name());
        Run run =
            new Heat(
                    bed,
                    contestant,
                    load(contestant),
                    loads.list(contestant.work().listed(), byText),
                    name + "-" + round + "-" + contestant.name(),
                    steps,
                    heapAsked)
                .run(round);
        steps.ends(Format.text("%,.0f/s", run.span().perSecond()));
        runs.add(run);
      }
    }
    return runs;
  }

  private Loads.Written load(Contestant contestant) throws InterruptedException {
    return loads.load(contestant.work().load(), contestant.work().allTransfers());
  }
}
