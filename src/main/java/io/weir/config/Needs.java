package io.weir.config;

/** What a command must be told to do its work. */
public enum Needs {
  NOTHING(false, false),
  BROKER(true, false),
  BROKER_AND_REGISTRY(true, true);

  private final boolean broker;
  private final boolean registry;

  Needs(boolean broker, boolean registry) {
    this.broker = broker;
    this.registry = registry;
  }

  boolean broker() {
    return broker;
  }

  boolean registry() {
    return registry;
  }
}
