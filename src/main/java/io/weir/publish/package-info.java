/**
 * The list topics: read whole, and written by one publisher at a time, each load in one
 * transaction.
 */
@NullMarked
package io.weir.publish;

import org.jspecify.annotations.NullMarked;
