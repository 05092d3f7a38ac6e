package io.weir.embedded;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import kafka.server.FaultHandlerFactory;
import org.apache.kafka.server.fault.FaultHandler;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker's fatal faults, kept instead of halting the JVM: Kafka's own handler ends the process,
 * which is not the broker's to end when it is a guest in it.
 */
final class BrokerFaults implements FaultHandlerFactory {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerFaults.class);

  private final AtomicReference<RuntimeException> first = new AtomicReference<>();

  @Override
  public FaultHandler build(String name, boolean fatal, Runnable action) {
    if (!fatal) {
      return new LoggingFaultHandler(name, action);
    }
    return (message, cause) -> {
      LOG.error("The embedded broker failed fault={} message={}", name, message, cause);
      RuntimeException fault = new IllegalStateException(name + ": " + message, cause);
      first.compareAndSet(null, fault);
      action.run();
      return fault;
    };
  }

  Optional<RuntimeException> first() {
    return Optional.ofNullable(first.get());
  }
}
