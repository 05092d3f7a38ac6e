/** The benchmark: a load, the contestants that work through it, and a report of what they took. */
@NullMarked
package io.weir.bench;

import org.jspecify.annotations.NullMarked;
