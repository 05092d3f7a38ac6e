/** Exports of other tools, and Weir's own JSON, turned into transfers on the transfers topic. */
@NullMarked
package io.weir.ingest;

import org.jspecify.annotations.NullMarked;
