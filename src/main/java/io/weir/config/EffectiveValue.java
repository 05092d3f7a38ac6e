package io.weir.config;

/**
 * A key's value as it may be shown to anybody: what is secret is replaced.
 *
 * @param known false when no Kafka client declares the key; it is passed on all the same
 */
public record EffectiveValue(
    String key, String value, Origin origin, boolean secret, boolean known) {}
