package io.weir.lookback;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** However list, screening and look-back interleave, every hit ends as it must. */
class LivesProperties {

  @Property(tries = 500)
  void shouldMissNoneAndRepeatNone(@ForAll long seed) {
    World world = new World(seed, false, false);

    world.run(120);

    assertThat(world.wrong()).as(() -> String.join("\n", world.story)).isEmpty();
    assertThat(world.openedTwice).as(() -> String.join("\n", world.story)).isEmpty();
  }

  @Property(tries = 500)
  void shouldMissNoneAndRepeatNoneWhenTheOldestIsForgotten(@ForAll long seed) {
    World world = new World(seed, false, true);

    world.run(200);

    assertThat(world.wrong()).as(() -> String.join("\n", world.story)).isEmpty();
    assertThat(world.openedTwice).as(() -> String.join("\n", world.story)).isEmpty();
  }

  @Property(tries = 500)
  void shouldMissNoneWhenTheOldestIsForgottenAndTheRestSentAgain(@ForAll long seed) {
    World world = new World(seed, true, true);

    world.run(200);

    assertThat(world.wrong()).as(() -> String.join("\n", world.story)).isEmpty();
  }

  @Property(tries = 500)
  void shouldMissNoneWhenTransfersAreSentAgainOrComeBack(@ForAll long seed) {
    World world = new World(seed, true, false);

    world.run(120);

    assertThat(world.wrong()).as(() -> String.join("\n", world.story)).isEmpty();
    assertThat(world.openedTwiceByLookback).as(() -> String.join("\n", world.story)).isEmpty();
  }
}
