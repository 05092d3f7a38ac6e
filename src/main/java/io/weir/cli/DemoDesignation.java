package io.weir.cli;

import io.weir.domain.Listing;
import io.weir.domain.SanctionedAddress;
import io.weir.embedded.Designation;
import io.weir.embedded.SamplePump;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** Says what is designated while {@code weir demo} runs, and lets it be. */
record DemoDesignation(Optional<Designation> late, DemoScreen screen, Clock clock)
    implements SamplePump.DesignationStep {

  @Override
  public void designate(int touched) throws InterruptedException {
    if (late.isPresent()) {
      late.get().awaitLookback();
      // Before it is published: look-back may be quicker than what comes after.
      for (SanctionedAddress row : late.get().rows()) {
        screen.line(line(row, touched));
      }
      late.get().publish();
    }
  }

  private String line(SanctionedAddress row, int touched) {
    Listing listing = row.listings().get(0);
    return AlertLine.printable(
        String.format(
            Locale.ROOT,
            "%s DESIGNATED by %s: %s (%s %s; %s), %s. It was in %d of the transfers before:",
            AlertLine.time(clock.instant()),
            listing.authority(),
            listing.name(),
            listing.list(),
            listing.entryId(),
            String.join(", ", listing.programs()),
            listing.address(),
            touched));
  }
}
