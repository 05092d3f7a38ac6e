package io.weir.it;

import io.weir.address.AddressKey;
import io.weir.domain.Listing;
import io.weir.domain.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * What one round of the race does, drawn from its seed.
 *
 * @param steps in their order
 * @param strike what happens to the applications on the way
 */
record RacePlan(List<Step> steps, Optional<Strike> strike) {
  private static final int STEPS = 100;
  private static final int FRESH_ADDRESSES = 4;
  private static final int EARLIER_ADDRESSES = 2;
  private static final int ROUNDS_A_HOT_ADDRESS = 10;
  private static final int ROUNDS_A_STRIKE = 9;
  private static final int ROUNDS_OF_ALL_STRIKES = 50;
  private static final int LONGEST_PAUSE_MICROS = 3_000;

  /** One step. */
  sealed interface Step {}

  /**
   * A row of the list.
   *
   * @param listings everything at the key from here on; empty when it is delisted
   */
  record Row(AddressKey key, List<Listing> listings) implements Step {}

  record Transfer(String id, String from, String to) implements Step {}

  /** What was sent is with the broker, and for so long nothing more comes. */
  record Pause(Duration length) implements Step {}

  record Blow(Strike strike) implements Step {}

  /** What may happen to the applications. What is killed is started again. */
  enum Strike {
    LOOKBACK_IS_KILLED,
    SCREENING_IS_KILLED,
    BOTH_ARE_KILLED_AND_LOSE_THEIR_DISKS,
    LOOKBACK_GROWS_TO_THREE,
    LOOKBACK_SHRINKS_TO_ONE
  }

  RacePlan {
    steps = List.copyOf(steps);
  }

  /** The plan of one round of a race. */
  static RacePlan of(long seed, int round) {
    Random random = random(seed, round);
    List<Integer> addresses = new ArrayList<>();
    for (int i = 0; i < FRESH_ADDRESSES; i++) {
      addresses.add(round * FRESH_ADDRESSES + i);
    }
    for (int i = 0; i < EARLIER_ADDRESSES; i++) {
      addresses.add(random.nextInt((round + 1) * FRESH_ADDRESSES));
    }
    // One that many transfers touch: a kill is to meet scans that are not done.
    addresses.add(round / ROUNDS_A_HOT_ADDRESS * ROUNDS_A_HOT_ADDRESS * FRESH_ADDRESSES);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      steps.add(step(random, addresses, "r" + round + "-t" + i));
    }
    Optional<Strike> strike = strike(seed, round);
    strike.ifPresent(blow -> steps.add(random.nextInt(STEPS), new Blow(blow)));
    return new RacePlan(steps, strike);
  }

  /** Every strike once in each fifty rounds, never in the first. */
  private static Optional<Strike> strike(long seed, int round) {
    int first = round / ROUNDS_OF_ALL_STRIKES * ROUNDS_OF_ALL_STRIKES;
    Random random = random(seed, -1 - first);
    List<Strike> strikes = new ArrayList<>(List.of(Strike.values()));
    Collections.shuffle(strikes, random);
    int grows = strikes.indexOf(Strike.LOOKBACK_GROWS_TO_THREE);
    int shrinks = strikes.indexOf(Strike.LOOKBACK_SHRINKS_TO_ONE);
    if (shrinks < grows) {
      Collections.swap(strikes, grows, shrinks);
    }
    for (int i = 0; i < strikes.size(); i++) {
      if (round - first == 1 + i * ROUNDS_A_STRIKE + random.nextInt(ROUNDS_A_STRIKE)) {
        return Optional.of(strikes.get(i));
      }
    }
    return Optional.empty();
  }

  private static Random random(long seed, int what) {
    return new Random(seed * 1_000_003 + what);
  }

  private static Step step(Random random, List<Integer> addresses, String id) {
    int chance = random.nextInt(100);
    if (chance < 55) {
      return new Transfer(id, address(any(random, addresses)), address(any(random, addresses)));
    }
    if (chance < 85) {
      return row(random, any(random, addresses));
    }
    return new Pause(Duration.ofNanos(1_000L * random.nextInt(LONGEST_PAUSE_MICROS)));
  }

  private static Row row(Random random, int number) {
    AddressKey key = AddressKey.parse("account:" + address(number).substring(2));
    List<Listing> listings = new ArrayList<>();
    for (String entry : List.of("2", "3")) {
      if (random.nextBoolean()) {
        String name = "Name " + random.nextInt(3);
        listings.add(Samples.listing("OFAC", entry, name, key, address(number)));
      }
    }
    return new Row(key, listings);
  }

  private static int any(Random random, List<Integer> addresses) {
    return addresses.get(random.nextInt(addresses.size()));
  }

  private static String address(int number) {
    return "0x" + String.format(Locale.ROOT, "%040x", 0xabcdef00L + number);
  }
}
