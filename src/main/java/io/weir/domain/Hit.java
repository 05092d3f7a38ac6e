package io.weir.domain;

import io.weir.address.AddressKey;

/**
 * One party of a transfer matched against one listing.
 *
 * @param hitId see {@link Ids#hit}
 * @param address as written in the transfer
 */
public record Hit(
    String hitId, Role role, String address, AddressKey key, Match match, Listing listing) {}
