package io.weir.config;

/** One thing that is wrong with the configuration: where, and what was expected instead. */
public record ConfigProblem(Origin origin, String message) {

  @Override
  public String toString() {
    return origin instanceof Origin.Default ? message : origin + ": " + message;
  }
}
