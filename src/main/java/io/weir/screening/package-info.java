/** Screening: the topology, its processors, and the index of the list. */
@NullMarked
package io.weir.screening;

import org.jspecify.annotations.NullMarked;
