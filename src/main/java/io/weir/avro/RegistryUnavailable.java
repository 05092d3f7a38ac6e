package io.weir.avro;

/** Thrown when the schema registry gives no usable answer; the same call may succeed later. */
public final class RegistryUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RegistryUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
