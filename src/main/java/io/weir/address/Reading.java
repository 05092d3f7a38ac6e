package io.weir.address;

/** What reading a text as an address gives: an {@link Address}, or {@link NotAnAddress}. */
public sealed interface Reading permits Address, NotAnAddress {}
