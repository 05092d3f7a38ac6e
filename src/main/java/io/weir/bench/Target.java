package io.weir.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** A goal, and the figure that a benchmark found for it. */
public record Target(Goal goal, double found) {
  /** Whether it is reached; with a figure that could not be measured it never is. */
  public boolean holds() {
    return goal.atLeast() ? found >= goal.bound() : found <= goal.bound();
  }

  /** For programs. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("target", goal.what());
    fields.put(goal.atLeast() ? "at_least" : "at_most", goal.bound());
    fields.put("unit", goal.unit());
    fields.put("found", found);
    fields.put("holds", holds());
    return fields;
  }
}
