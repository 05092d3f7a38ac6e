package io.weir.runtime;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * What state the process is in, and what troubles it. Safe for several threads.
 *
 * <p>Live: the process is worth keeping. Ready: transfers are being screened now, with nothing that
 * an operator must look at first.
 */
public final class Health {

  /** A step in the life of the process; it only ever goes to the states named here. */
  public enum State {
    /** Checks the cluster and loads the list; nothing is screened yet. */
    STARTING,
    /** Screens. */
    RUNNING,
    /** Partitions move between instances; screening goes on within seconds. */
    REBALANCING,
    /** Finishes what it began. */
    STOPPING,
    /** Ended as asked. */
    STOPPED,
    /** Ended because it could not go on. */
    FAILED
  }

  /** A trouble that may pass while the process goes on. */
  public enum Trouble {
    /** The schema registry does not answer; records wait for it. */
    REGISTRY_AWAY,
    /** Rows of the list cannot be read; what touches their addresses is flagged. */
    LIST_ROWS_UNREADABLE,
    /** A list is older than it may be; transfers are screened against it all the same. */
    LIST_STALE,
    /** How old a list is cannot be told; transfers are screened against it all the same. */
    LIST_AGE_UNKNOWN
  }

  private static final Map<State, Set<State>> NEXT =
      Map.of(
          State.STARTING,
              EnumSet.of(State.RUNNING, State.REBALANCING, State.STOPPING, State.FAILED),
          State.RUNNING, EnumSet.of(State.REBALANCING, State.STOPPING, State.FAILED),
          State.REBALANCING, EnumSet.of(State.RUNNING, State.STOPPING, State.FAILED),
          State.STOPPING, EnumSet.of(State.STOPPED, State.FAILED),
          State.STOPPED, EnumSet.noneOf(State.class),
          State.FAILED, EnumSet.noneOf(State.class));

  private final Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);
  private final Set<Trouble> tolerated = EnumSet.noneOf(Trouble.class);
  private State state = State.STARTING;

  public synchronized State state() {
    return state;
  }

  public synchronized Set<Trouble> troubles() {
    return Set.copyOf(troubles);
  }

  /** Whether the process is worth keeping. */
  public synchronized boolean isLive() {
    return state != State.FAILED && state != State.STOPPED;
  }

  /** Whether transfers are being screened, with no trouble but those that are tolerated. */
  public synchronized boolean isReady() {
    return state == State.RUNNING && tolerated.containsAll(troubles);
  }

  /** From now on these troubles are told of and do not keep the process from being ready. */
  public synchronized void tolerate(Set<Trouble> those) {
    tolerated.addAll(those);
  }

  /** Goes to a state; a step that does not lead there from here is passed over. */
  public synchronized boolean become(State next) {
    if (!NEXT.get(state).contains(next)) {
      return false;
    }
    state = next;
    notifyAll();
    return true;
  }

  /** Notes that a trouble has come or gone; true when that is news. */
  public synchronized boolean note(Trouble trouble, boolean present) {
    return present ? troubles.add(trouble) : troubles.remove(trouble);
  }

  /**
   * Waits for one of these states.
   *
   * @throws TimeoutException when none of them came in time
   */
  public synchronized State await(Set<State> wanted, Duration limit)
      throws InterruptedException, TimeoutException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!wanted.contains(state)) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new TimeoutException("Still " + state + " after " + limit);
      }
      wait(left);
    }
    return state;
  }
}
