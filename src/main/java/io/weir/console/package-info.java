/** What a running Weir says over HTTP. */
@NullMarked
package io.weir.console;

import org.jspecify.annotations.NullMarked;
