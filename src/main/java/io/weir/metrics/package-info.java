/** The names of Weir's metrics and the meters behind them. */
@NullMarked
package io.weir.metrics;

import org.jspecify.annotations.NullMarked;
