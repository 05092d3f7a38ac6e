/**
 * What an address means, whatever its spelling: chains, codecs and the address key. Pure functions.
 */
@NullMarked
package io.weir.address;

import org.jspecify.annotations.NullMarked;
