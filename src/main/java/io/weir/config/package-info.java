/** What an operator sets: the keys, where their values come from, and what is wrong with them. */
@NullMarked
package io.weir.config;

import org.jspecify.annotations.NullMarked;
