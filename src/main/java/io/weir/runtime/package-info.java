/** The running program: what it needs of a cluster, its life cycle and its health. */
@NullMarked
package io.weir.runtime;

import org.jspecify.annotations.NullMarked;
