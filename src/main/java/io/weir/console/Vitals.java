package io.weir.console;

import java.util.List;
import java.util.Set;

/** The health of the process, as HTTP asks for it. */
public interface Vitals {
  /** Whether the process is worth keeping. */
  boolean isLive();

  /** Whether transfers are being screened, with nothing to look at first. */
  boolean isReady();

  /** The state's name. */
  String state();

  /** The names of the troubles that are present. */
  Set<String> troubles();

  /** What an operator should look at, and what to do, in a sentence each. */
  List<String> details();
}
