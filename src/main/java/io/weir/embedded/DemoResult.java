package io.weir.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run of the demo came to.
 *
 * @param written transfers that this run wrote
 * @param understood whether nothing was refused of what was there to be written
 * @param counts as counted on the topics
 * @param planted empty when the transfers were not made up
 * @param took from the first transfer to the last verdict
 */
public record DemoResult(
    long written,
    boolean understood,
    TopicTally.Counts counts,
    Optional<PlantedHits.Result> planted,
    Duration took) {

  /** Everything that does not add up; empty when all counts agree. */
  public List<String> disagreements() {
    List<String> found = new ArrayList<>();
    if (counts.transfers() < written) {
      found.add(written + " transfers were written, but only " + counts.transfers() + " are there");
    }
    expect(found, counts.transfers(), counts.screened(), "transfers were screened");
    if (counts.unmarked() > 0) {
      found.add(counts.unmarked() + " screened transfers have no outcome");
    }
    planted.ifPresent(hits -> compare(found, hits));
    return found;
  }

  private void compare(List<String> found, PlantedHits.Result hits) {
    expect(found, 0, hits.missing(), "planted hits are missing");
    expect(found, 0, hits.unexpected(), "hits were found that nobody planted");
    expect(found, 0, hits.repeated(), "hits were raised more than once");
    // Somebody else's transfers on the same topic have outcomes of their own.
    if (counts.transfers() == written) {
      expect(found, hits.flagged(), counts.flagged(), "transfers were flagged");
      expect(found, hits.unscreenable(), counts.unscreenable(), "transfers were unscreenable");
      expect(found, hits.unscreenable(), counts.deadLetters(), "dead letters were written");
    }
  }

  private static void expect(List<String> found, long expected, long actual, String what) {
    if (expected != actual) {
      found.add(actual + " " + what + ", expected " + expected);
    }
  }
}
