/**
 * Publications of sanctions lists: one reader for each published format, the difference between two
 * publications, and the guard that refuses an implausible one. No Kafka.
 */
@NullMarked
package io.weir.lists;

import org.jspecify.annotations.NullMarked;
