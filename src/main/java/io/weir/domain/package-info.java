/**
 * Transfers, listings, hits, alerts, policy and the screening decision: records and pure functions.
 */
@NullMarked
package io.weir.domain;

import org.jspecify.annotations.NullMarked;
