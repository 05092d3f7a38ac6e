/**
 * Look-back: an index of the log, and what follows when the list changes after transfers passed.
 */
@NullMarked
package io.weir.lookback;

import org.jspecify.annotations.NullMarked;
