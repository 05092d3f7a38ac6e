package io.weir.cli;

import io.weir.domain.Alert;
import io.weir.embedded.PlantedHits;
import io.weir.embedded.SamplePump;
import io.weir.embedded.TopicTally;
import java.util.Optional;
import java.util.OptionalLong;

/** The sample traffic, at a rate and with or without an end. */
record SampleFeed(
    SamplePump pump, int rate, OptionalLong transfers, SamplePump.DesignationStep designation)
    implements DemoFeed {

  @Override
  public void run(TopicTally tally) throws InterruptedException {
    pump.run(rate, transfers, tally, designation);
  }

  @Override
  public void stop() {
    pump.stop();
  }

  @Override
  public void alerted(Alert alert) {
    pump.planted().find(alert);
  }

  @Override
  public long written() {
    return pump.written();
  }

  @Override
  public boolean isClean() {
    return true;
  }

  @Override
  public boolean isAlerted() {
    return pump.planted().areFound();
  }

  @Override
  public Optional<PlantedHits.Result> planted() {
    return Optional.of(pump.planted().result());
  }
}
