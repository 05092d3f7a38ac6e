package io.weir.bench;

import org.apache.kafka.common.header.Headers;

/** The transfers of a topic, made one by one. Safe for several threads. */
interface LoadSource {
  /** The transfer of an index; always the same. */
  LoadTransfer at(long index);

  /** Adds what its record has for headers. */
  default void head(long index, LoadTransfer made, Headers headers) {}
}
