/**
 * What one poll brings of a partition, handed through Kafka Streams as one record: the work that
 * Kafka Streams has with each record is then done once for all of them.
 */
@NullMarked
package io.weir.bundle;

import org.jspecify.annotations.NullMarked;
