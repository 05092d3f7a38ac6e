/** Avro records and domain values, both ways: codecs, serdes, and what screening reads of bytes. */
package io.weir.avro;
