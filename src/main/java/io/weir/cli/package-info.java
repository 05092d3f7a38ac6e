/** The command line: one class a command. */
@NullMarked
package io.weir.cli;

import org.jspecify.annotations.NullMarked;
