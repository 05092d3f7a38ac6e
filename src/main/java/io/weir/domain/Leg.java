package io.weir.domain;

import io.weir.address.Address;

/** A party of a transfer that is looked up on the list. */
public record Leg(Role role, Address address) {}
