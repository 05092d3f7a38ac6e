package io.weir.domain;

/** Where a record stands in the log. */
public record SourcePosition(String topic, int partition, long offset) {}
