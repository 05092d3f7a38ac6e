package io.weir.sources;

/** When a server was last heard of, and how far its body has come; read by another thread. */
final class Progress {
  private volatile long lastHeard = System.nanoTime();
  private volatile boolean inBody;
  private volatile long bytes;

  void bodyBegins() {
    inBody = true;
    lastHeard = System.nanoTime();
  }

  void received(long bytesSoFar) {
    bytes = bytesSoFar;
    lastHeard = System.nanoTime();
  }

  /** In the terms of {@link System#nanoTime}. */
  long lastHeard() {
    return lastHeard;
  }

  boolean isInBody() {
    return inBody;
  }

  long bytes() {
    return bytes;
  }
}
