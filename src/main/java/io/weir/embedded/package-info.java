/** A real Kafka broker and a schema registry inside this JVM, for the demo and for tests. */
@NullMarked
package io.weir.embedded;

import org.jspecify.annotations.NullMarked;
