/**
 * Where lists come from: the file of sources, downloads over HTTP, and the round that brings each
 * source's publication to the list it belongs to. Free of Kafka: what is in force, and the writing
 * of it, lie behind an interface.
 */
@NullMarked
package io.weir.sources;

import org.jspecify.annotations.NullMarked;
