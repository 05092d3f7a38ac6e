package io.weir.domain;

import io.weir.address.AddressKey;
import java.util.Optional;

/**
 * One party of a transfer matched against one listing.
 *
 * @param hitId see {@link Ids#hit}
 * @param address as written in the transfer
 * @param allowedBy the user's own listing that allows the address, with its override; empty when
 *     none does
 */
public record Hit(
    String hitId,
    Role role,
    String address,
    AddressKey key,
    Match match,
    Listing listing,
    Optional<Listing> allowedBy) {}
